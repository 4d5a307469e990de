"""What the shell needs of the machine: every library that Qt's own files ask for, told by the package that has it."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.commands.needs import LIBRARIES, ON_SCREEN, missing_packages, require_display, require_qt
from kiosk.errors import KnownError

ROOT = Path(__file__).parents[2]
ALWAYS_THERE = re.compile(
    r"(ld-linux-[\w-]+|libc|libm|libdl|librt|libpthread|libresolv|libstdc\+\+|libgcc_s|libz|libzstd|libbz2)\.so\.\d+"
)
"""What the C runtime, Python and dpkg bring to every Debian and Ubuntu."""
TOGETHER = {"libgthread-2.0.so.0": "libglib-2.0.so.0", "libbrotlicommon.so.1": "libbrotlidec.so.1"}
"""Libraries that come in one package with another that is looked for."""
DRAWN = (
    "libQt6Quick.so.6", "libQt6Gui.so.6", "libQt6Svg.so.6", "libQt6Multimedia.so.6",
    "libqoffscreen.so", "libquickmultimediaplugin.so", "libffmpegmediaplugin.so",
)  # fmt: skip


def needed(path: Path) -> list[str]:
    """The libraries that an ELF file of this kind of machine asks for (DT_NEEDED)."""
    data = path.read_bytes()
    (offset,) = struct.unpack_from("<Q", data, 0x20)
    size, count = struct.unpack_from("<HH", data, 0x36)
    headers = [struct.unpack_from("<IIQQQQ", data, offset + i * size) for i in range(count)]
    begin, length = next((at, filled) for kind, _, at, _, _, filled in headers if kind == 2)
    entries = [struct.unpack_from("<QQ", data, at) for at in range(begin, begin + length, 16)]
    address = next(value for tag, value in entries if tag == 5)
    table = next(address - there + at for kind, _, at, there, _, filled in headers
                 if kind == 1 and there <= address < there + filled)  # fmt: skip
    names = [table + value for tag, value in entries if tag == 1]
    return [data[at : data.index(b"\0", at)].decode() for at in names]


def outside(*names: str) -> set[str]:
    """What these files of Qt and all that they lead to ask of the system."""
    import PySide6
    import shiboken6

    homes = (Path(PySide6.__path__[0]), Path(shiboken6.__path__[0]))
    files = {path.name: path for home in homes for path in home.rglob("*.so*")}
    todo, seen, asked = list(names), set[str](), set[str]()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in files:
            todo += needed(files[name])
        elif not ALWAYS_THERE.fullmatch(name):
            asked.add(TOGETHER.get(name, name))
    return asked


linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these libraries to the system")


@linux
def test_every_library_that_drawing_asks_for_is_looked_for() -> None:
    assert outside(*DRAWN) == set(LIBRARIES)


@linux
def test_every_library_that_a_window_asks_for_besides_is_looked_for() -> None:
    assert outside("libqxcb.so") - set(LIBRARIES) == set(ON_SCREEN)


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="this is no Debian")
def test_each_library_is_in_the_package_that_is_named() -> None:
    libraries = {**LIBRARIES, **ON_SCREEN}
    asked = [f"*/{library}" for library in libraries]
    found = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False).stdout
    owners = {Path(line.split()[-1]).name: line.split(":")[0].removesuffix("t64") for line in found.splitlines()}
    assert {name: owners[name] for name in libraries if name in owners} == {
        name: package for name, package in libraries.items() if name in owners
    }


def test_the_packages_whose_library_cannot_be_loaded_are_named() -> None:
    def load(library: str) -> None:
        if library in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(library)

    assert missing_packages(LIBRARIES, load) == ["libegl1"]
    assert missing_packages({**LIBRARIES, **ON_SCREEN}, load) == ["libegl1", "libxcb-cursor0"]


@linux
def test_one_sentence_says_what_to_install_and_offscreen_asks_for_less() -> None:
    def load(library: str) -> None:
        if library.startswith("libxcb-icccm"):
            raise OSError(library)

    with pytest.raises(KnownError, match=r"run `sudo apt install libxcb-icccm4` and try again\.$"):
        require_qt(load=load)
    require_qt(on_screen=False, load=load)


def test_other_systems_bring_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(library: str) -> None:
        raise OSError(library)

    monkeypatch.setattr(sys, "platform", "win32")
    require_qt(load=load)


def test_without_a_display_the_sentence_names_the_tour() -> None:
    with pytest.raises(KnownError, match=r"no display.*`kiosk tour --out DIR`"):
        require_display({}, "linux")


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_a_display_or_a_system_that_always_has_one_is_enough(environment: dict[str, str], platform: str) -> None:
    require_display(environment, platform)


def test_ci_installs_exactly_what_the_shell_needs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    listed = script[script.index("packages=(") : script.index("\n)\n")].split()
    libraries = {word for word in listed if word.startswith("lib")}
    assert libraries == {*LIBRARIES.values(), *ON_SCREEN.values()}


@linux
@pytest.mark.parametrize("words", [["run"], ["tour", "--out", "pictures"], ["selftest"]])
def test_commands_that_draw_say_so_before_qt_fails(words: list[str], tmp_path: Path) -> None:
    """With a Qt that can't be loaded and a library missing, the sentence comes and no traceback."""
    script = """
import ctypes, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("PySide6"):
            raise ImportError(name + " was imported first")

sys.meta_path.insert(0, NoQt())
load = ctypes.CDLL

def without(library, *rest, **more):
    if library == "libEGL.so.1":
        raise OSError(library)
    return load(library, *rest, **more)

ctypes.CDLL = without
from kiosk.cli import main
sys.exit(main(sys.argv[1:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, *words, "--data", str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.stderr == (
        "kiosk: Qt needs system libraries that are not installed: run `sudo apt install libegl1` and try again.\n"
    )
    assert done.returncode == 1
