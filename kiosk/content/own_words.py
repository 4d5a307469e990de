"""The words of the program itself, gathered from its source: what its screens and its kinds say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kiosk.content.texts import Heard

HOME = Path(__file__).resolve().parent.parent
HOSTS = ("Host", "Pin")
"""What only a host sees stays English: files whose names begin so."""
AUTHORS = "preview"
"""So does what only an author sees: the folder of its screens."""
MOST = 4000
"""A word of the program has as much room as it needs: its screens see to that."""
STAFF = ("host", "ready")
"""The same of the iPad page: modules that only staff open."""
_CALL = re.compile(r'qsTr\(\s*("(?:[^"\\]|\\.)*")')
_CALL_IN_PAGE = re.compile(r'\bt\(\s*("(?:[^"\\]|\\.)*")')


@cache
def own_words() -> tuple[Heard, ...]:
    """Everything that the program says to visitors, each text once, with the part that says it first."""
    found: dict[str, Heard] = {}
    for part, text in (*_of_code(HOME / "activities"), *_of_code(HOME / "content"), *of_screens(), *of_pages()):
        found.setdefault(text, Heard((part,), text, MOST))
    return tuple(found.values())


@cache
def of_screens() -> tuple[tuple[str, str], ...]:
    """Every QML file (its name without the ending) with every text that it says to visitors."""
    return tuple(dict.fromkeys(_of_screens(HOME)))


@cache
def of_pages() -> tuple[tuple[str, str], ...]:
    """Every module of the iPad page (its kind, or its name) with every text that it says to visitors."""
    return tuple(dict.fromkeys(_of_pages(HOME)))


def _of_pages(home: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(home.rglob("*.mjs")):
        if path.stem not in STAFF and not path.parent.name.startswith("_"):
            for text in texts_in_page(path.read_text(encoding="utf-8")):
                yield path.parent.name if path.stem == "web" else path.stem, text


def texts_in_page(source: str) -> list[str]:
    """What a module of the page hands to `t`, in its order."""
    return [ast.literal_eval(quoted) for quoted in _CALL_IN_PAGE.findall(source)]


def _of_screens(home: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(home.rglob("*.qml")):
        if not path.name.startswith(HOSTS) and not path.parent.name.startswith(("_", AUTHORS)):
            for text in texts_in_qml(path.read_text(encoding="utf-8")):
                yield path.stem, text


def texts_in_qml(source: str) -> list[str]:
    """What a QML file marks with `qsTr`, in its order."""
    return [ast.literal_eval(quoted) for quoted in _CALL.findall(source)]


def _of_code(folder: Path) -> Iterator[tuple[str, str]]:
    """Each part that decks are made by, with what it says: a kind, or what several kinds share."""
    for path in sorted(folder.rglob("*.py")):
        if not path.parent.name.startswith("_"):
            for text in texts_in_python(path.read_text(encoding="utf-8")):
                yield path.parent.name if path.stem == "__init__" else path.stem, text


def texts_in_python(source: str) -> list[str]:
    """What Python code hands to `say` or `sayings`, in its order."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and _name(call.func) in ("say", "sayings"):
            for one in call.args:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    found.append((one.lineno, one.col_offset, one.value))
    return [text for _, _, text in sorted(found)]


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
