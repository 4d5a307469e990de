"""The Qt that belongs to each Python.

PySide6 6.12.0 on Python 3.11 drops a reference to None for every Qt call that returns nothing, and the process aborts
after about 5,000 of them. 6.11.3 on 3.11, and 6.12 on 3.12 and later (where None is immortal), are clean; so
pyproject.toml chooses by the version of Python.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
CALLS = 50_000
SCRIPT = """
import sys
from PySide6.QtCore import QObject

thing = QObject()
for _ in range(1000):
    thing.setObjectName("warm")
before = sys.getrefcount(None)
for _ in range(int(sys.argv[1])):
    thing.setObjectName("one")
    thing.blockSignals(False)
print(before - sys.getrefcount(None))
"""
"""Prints how many references to None were lost."""


def project() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for, by name."""
    found: dict[str, list[Requirement]] = {}
    for text in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]:
        wanted = Requirement(text)
        found.setdefault(wanted.name, []).append(wanted)
    return found


def test_fifty_thousand_calls_that_return_nothing_leave_none_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(CALLS)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, f"{done.stderr}\nUse the PySide6 that pyproject.toml names for this Python."
    assert int(done.stdout) < 100, f"{done.stdout.strip()} references to None are lost: this PySide6 is not usable here"


@pytest.mark.parametrize(("python", "pyside"), [
    ("3.11", "6.11.3"), ("3.12", "6.12.0"), ("3.13", "6.12.0"), ("3.14", "6.12.0"),
])  # fmt: skip
def test_each_python_gets_the_one_qt_that_is_sound_on_it(python: str, pyside: str) -> None:
    chosen = [
        str(wanted.specifier)
        for wanted in project()["pyside6"]
        if wanted.marker is None or wanted.marker.evaluate({"python_version": python})
    ]
    assert chosen == [f"=={pyside}"]


def test_this_python_runs_with_the_qt_that_is_named_for_it() -> None:
    import PySide6

    named = [one.specifier for one in project()["pyside6"] if one.marker is None or one.marker.evaluate()]
    assert [PySide6.__version__ in one for one in named] == [True]


def test_a_warning_of_qt_or_of_python_fails_a_test(tmp_path: Path) -> None:
    """Runs pytest with this project's settings on tests that each do one thing wrong, and one that does nothing."""
    (tmp_path / "test_warned.py").write_text(
        """
import warnings
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

def test_fine(qapp):
    pass

def test_qt(qapp):
    qWarning("something is wrong")

def test_qml(qapp):
    engine = QQmlEngine()
    part = QQmlComponent(engine)
    part.setData(b"import QtQml; QtObject { property int width: undefined.width }", QUrl())
    made = part.create()
    del made, part, engine

def test_python():
    warnings.warn("this goes away", DeprecationWarning, stacklevel=1)
""",
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path),
            "-p", "no:cacheprovider", "-rA", str(tmp_path / "test_warned.py"),
        ],
        capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120,
    )  # fmt: skip
    said = {line.split("::")[-1].split()[0]: line.split()[0] for line in done.stdout.splitlines() if "::test_" in line}
    assert said == {"test_fine": "PASSED", "test_qt": "FAILED", "test_qml": "FAILED", "test_python": "FAILED"}


def test_nothing_asks_an_item_for_its_meta_object() -> None:
    """Or an item that is made later, at the same address, is taken for a QMetaObject: see tests/qml_items.py."""
    asks = "." + "metaObject()"
    for folder in ("kiosk", "tests", "bench"):
        for file in (ROOT / folder).rglob("*.py"):
            lines = file.read_text(encoding="utf-8").splitlines()
            assert not [line for line in lines if asks in line and "`" not in line], file
