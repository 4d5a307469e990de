"""The template: a kind that works, so that its copy does."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QUrl
from shell.gallery.stage import Stage

from kiosk import player
from kiosk.activities import _template, kinds
from kiosk.content.base import Kind
from kiosk.content.compiling import compile_folder

HOME = Path(_template.__file__).parent
ROOT = HOME.parents[2]


def test_the_template_is_not_offered_as_a_kind() -> None:
    assert _template.KIND.name not in kinds()
    assert _template.KIND not in kinds().values()


def test_two_cards_of_one_name_are_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    shutil.copytree(HOME / "example", folder)
    text = (folder / "activity.yaml").read_text("utf-8")
    (folder / "activity.yaml").write_text(text.replace("id: flower", "id: seed"), "utf-8")
    told = [str(fault) for fault in compile_folder(folder, {"_template": _template.KIND}).faults]
    line = 1 + text.splitlines().index("  - id: flower")
    assert told == [f"twice/activity.yaml:{line}: the card `seed` is there twice — give each an id of its own"]


def test_a_copy_of_the_template_is_a_kind_of_its_own_as_its_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reading_corner"
    shutil.copytree(HOME, folder)
    for path in (folder / "__init__.py", folder / "example" / "activity.yaml"):
        path.write_text(path.read_text("utf-8").replace("_template", "reading_corner"), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    kind: Kind = importlib.import_module("reading_corner").KIND
    monkeypatch.delitem(sys.modules, "reading_corner")
    compiled = compile_folder(folder / "example", {kind.name: kind})
    assert compiled.faults == ()
    assert compiled.deck and compiled.deck.kind == "reading_corner"


def test_the_readme_has_five_steps_and_names_only_what_is_there() -> None:
    text = (HOME / "README.md").read_text("utf-8")
    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    named = re.findall(r"`([\w./-]*/[\w./-]*|\w+\.qml)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists() and not (HOME / name).exists()] == []
    assert (HOME / "__init__.py").read_text("utf-8").count('"_template"') == 2, "step 1 says two places"


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    request.getfixturevalue("qapp")
    shutil.copyfile(HOME / "example" / "pots.svg", tmp_path / "picture")
    made = Stage(art=tmp_path, cache=tmp_path / "cache")
    made.theme.setProperty("reducedMotion", True)
    yield made
    made.close()


@pytest.mark.parametrize("portrait", [False, True])
def test_its_screen_draws_its_example_and_asks_for_the_next_card(stage: Stage, portrait: bool) -> None:
    deck = compile_folder(HOME / "example", {"_template": _template.KIND}).deck
    assert deck
    state = player.start(deck).state
    view = msgspec.to_builtins(player.view(deck, state))
    assert (HOME / f"{view['kind'].capitalize()}.qml").is_file()
    view["props"]["picture"]["sha"] = "picture"
    folder = QUrl.fromLocalFile(str(HOME)).toString()
    page = f'import "{folder}" as Kind\nKind.Page {{ view: ({json.dumps(view)}); voice: Voice {{}} }}'
    image = stage.draw(page, portrait=portrait, seconds=0.2)
    middle = image.pixelColor(*((420, 500) if not portrait else (500, 400)))
    assert not image.isNull()
    assert middle != image.pixelColor(image.width() - 20, image.height() - 20), "the picture is not drawn"
    assert (stage.warnings, stage.faults) == ([], [])
