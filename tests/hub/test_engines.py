"""The browsers that tests of the web face are run in do what such tests ask of them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hub import engines
from hub.engines import Chromium, Engine, Site

PAGE = b"""<!doctype html><meta charset=utf-8><title>Try</title><link rel=icon href=data:,>
<meta http-equiv=Content-Security-Policy content="default-src 'self'; img-src data:">
<button id=one>One</button><button id=two>Two</button><script type=module src=/try.mjs></script>"""
MODULE = b"""
window.touched = [];
addEventListener("click", (event) => window.touched.push(event.target.id));
addEventListener("touchstart", () => window.touched.push("by touch"));
"""


@pytest.fixture
def page(site: Site) -> str:
    site.texts |= {"/try/": PAGE, "/try.mjs": MODULE}
    return f"{site.url}/try/"


@pytest.mark.parametrize("size", [(1180, 820), (1024, 768), (820, 1180)])
def test_a_page_is_as_large_as_it_is_asked_to_be(
    engine: Engine, page: str, size: tuple[int, int], tmp_path: Path
) -> None:
    engine.open(page, *size)
    assert engine.run("return [innerWidth, innerHeight]") == list(size)
    engine.screenshot(tmp_path / "shots" / "page.png")
    assert struct.unpack(">II", (tmp_path / "shots" / "page.png").read_bytes()[16:24]) == size


def test_a_snippet_is_given_values_imports_modules_and_gives_json_back(engine: Engine, page: str) -> None:
    engine.open(page)
    told = engine.run(
        'const { END } = await import("/web/player.mjs"); return { END, given: given.value };', value=["😀", 2, None]
    )
    assert told == {"END": "@end", "given": ["😀", 2, None]}
    assert engine.run("") is None


def test_what_a_snippet_throws_fails_the_test(engine: Engine, page: str) -> None:
    engine.open(page)
    with pytest.raises(AssertionError, match="no such thing"):
        engine.run('throw new Error("no such thing")')


def test_a_touch_reaches_the_one_element_that_is_meant(engine: Engine, page: str) -> None:
    engine.open(page)
    engine.touch("#two")
    assert engine.run("return touched.filter((one) => one !== 'by touch')") == ["two"]
    with pytest.raises(AssertionError, match="2 elements match button"):
        engine.touch("button")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('console.error("told so");', "told so"),
        ('setTimeout(() => { throw new Error("too late"); });', "too late"),
        ('Promise.reject(new Error("never kept"));', "never kept"),
        (
            'const p = document.createElement("img"); p.src = "http://127.0.0.1:1/x.png"; document.body.append(p);',
            "img-src",
        ),
    ],
)
def test_errors_of_a_page_are_collected_once(engine: Engine, page: str, wrong: str, told: str) -> None:
    engine.open(page)
    assert engine.errors() == []
    engine.run(f"{wrong} await new Promise((done) => setTimeout(done, 50));")
    assert told in " ".join(engine.errors())
    assert engine.errors() == []


def test_chromium_can_pretend_a_touchscreen_and_no_network(chromium: Chromium, page: str) -> None:
    chromium.as_touchscreen()
    chromium.open(page)
    assert chromium.run("return matchMedia('(pointer: coarse)').matches")
    chromium.touch("#one")
    assert chromium.run("return touched") == ["by touch", "one"]
    fetched = "try { return (await fetch('/try.mjs', { cache: 'no-store' })).ok; } catch { return false; }"
    chromium.offline()
    assert chromium.run(fetched) is False
    chromium.offline(False)
    assert chromium.run(fetched) is True


@pytest.mark.parametrize(
    ("there", "package"),
    [({"chromium"}, "chromium-driver"), ({"chromedriver"}, "chromium"), (set(), "chromium chromium-driver")],
)
def test_without_an_engine_its_tests_are_skipped_by_package_and_fail_in_ci(
    monkeypatch: pytest.MonkeyPatch, there: set[str], package: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"sudo apt install {package}$"):
        engines.need_engine("chromium")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=f"sudo apt install {package}$"):
        engines.need_engine("chromium")
    with pytest.raises(pytest.fail.Exception, match=r"sudo apt install webkit2gtk-driver xvfb$"):
        engines.need_engine("webkit")


def test_the_packages_are_those_that_ci_installs() -> None:
    listed = (engines.ROOT / ".ci" / "run").read_text(encoding="utf-8").split()
    assert {package for packages in engines.PACKAGES.values() for package in packages} <= set(listed)
