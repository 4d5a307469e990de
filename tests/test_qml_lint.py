"""QML is held to the same as Python: no warning of its checker, whatever it is about.

`make lint` runs the check over every file at once; here it is seen to find what it is there for.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KIT = (ROOT / "kiosk" / "shell" / "ui").as_posix()


def flags() -> list[str]:
    """The options of the check as the Makefile gives them."""
    line = next(
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if "QML_CHECKS :=" in line
    )
    return line.split(":=")[1].split()


def lint(*paths: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-qmllint"
    return subprocess.run(
        [str(tool), *flags(), *map(str, paths)], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make here")
def test_the_check_takes_in_every_qml_file_of_the_kiosk() -> None:
    told = subprocess.run(["make", "-n", "lint"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    command = next(line for line in told.splitlines() if "pyside6-qmllint" in line)
    listing = re.sub(r"\S*pyside6-qmllint", "echo", command)
    given = subprocess.run(["sh", "-c", listing], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert f"{' '.join(flags())} " in given
    assert {Path(name) for name in given.split() if name.endswith(".qml")} == set((ROOT / "kiosk").rglob("*.qml"))


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("a property that is not there", "Item { width: Theme.nothingOfTheKind }"),
        ("a name from nowhere", "Item { width: somewhere.width }"),
        ("a name of another scope", "Item { property int wide: 3; Item { width: wide } }"),
        ("a required property left out", "Item { Bubble {} }"),
        ("a type that is not there", "Item { Trumpet {} }"),
        ("a wrong type", 'Item { width: "wide" }'),
        ("an import that is not used", "Item { }"),
        ("a comparison that converts", "Item { property string said; visible: said == 3 }"),
    ],
)
def test_a_fault_in_qml_is_found(tmp_path: Path, what: str, body: str) -> None:
    path = tmp_path / "Wrong.qml"
    path.write_text(f'import QtQuick\nimport "{KIT}"\n\n{body}\n', encoding="utf-8")
    assert lint(path).returncode != 0, what


def test_sound_qml_passes(tmp_path: Path) -> None:
    path = tmp_path / "Right.qml"
    path.write_text(f'import QtQuick\nimport "{KIT}"\n\nItem {{ width: Theme.designWidth }}\n', encoding="utf-8")
    done = lint(path)
    assert done.returncode == 0, done.stdout
