"""Who may import whom, read from the source: what docs/architecture.md promises, with the fix for each breach."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

QT = ("PySide6", "shiboken6")
WEB = (
    "starlette",
    "uvicorn",
    "fastapi",
    "httpx",
    "websockets",
    "requests",
    "http.client",
    "http.server",
    "urllib.request",
    "socket",
    "asyncio",
)
DATABASE = ("sqlalchemy", "sqlite3", "alembic", "psycopg")
FACES = ("kiosk.shell", "kiosk.hub")
ROOTS = ("kiosk.app", "kiosk.cli", "kiosk.commands")
CORE = (
    "kiosk.player", "kiosk.visit", "kiosk.station", "kiosk.captions", "kiosk.graph", "kiosk.content",
    "kiosk.activities", "kiosk.before",
)  # fmt: skip
PEOPLE = ("kiosk.host", "kiosk.sessions", "kiosk.evaluation")
PURE_STORE = ("kiosk.store.model", "kiosk.store.uuid7")
SHARED = (*CORE, *PURE_STORE, "kiosk.codes", "kiosk.errors", "kiosk.sessions", "kiosk.evaluation")
"""The pure code that the central store may use too."""


@dataclass(frozen=True)
class Rule:
    """`who` may not import `what`, but for `allowed`; `fix` says what to do instead. Names stand for all below them.

    `but_for` are modules of `who` that are free to.
    """

    who: tuple[str, ...]
    what: tuple[str, ...]
    fix: str
    allowed: tuple[str, ...] = ()
    but_for: tuple[str, ...] = ()


RULES = (
    Rule(CORE, (*QT, *WEB, *DATABASE, "pygame"), "the core is pure: have the face or the store hand in what it needs"),
    Rule(
        CORE, (*FACES, *ROOTS, "kiosk.audio", "kiosk.store", "kiosk.host", "sync"),
        "the core knows none of the parts around it: take a value or a Protocol by keyword", allowed=PURE_STORE,
    ),
    Rule(
        ("kiosk.player", "kiosk.visit", "kiosk.host.menu", "kiosk.host.scenario", "kiosk.host.gesture"),
        ("time", "datetime", "random", "os", "pathlib", "io"),
        "no clock, no chance and no disk here: have the caller hand in the time or the value",
    ),
    Rule(("kiosk.content",), ("kiosk.activities",), "the content is handed its kinds: take a Mapping[str, Kind]"),
    Rule(
        ("kiosk",), ("pydantic",), "pydantic is for what people write in YAML: use a msgspec struct",
        but_for=("kiosk.content", "kiosk.activities"),
    ),
    Rule(PEOPLE, (*QT, *WEB, *FACES, *ROOTS), "what people do has no face: let the shell or the hub call it"),
    Rule(("kiosk.shell",), ("kiosk.hub", *WEB), "the faces don't know each other: put what both need into the core"),
    Rule(("kiosk.hub",), ("kiosk.shell", *QT), "the faces don't know each other: put what both need into the core"),
    Rule(("kiosk",), QT, "only kiosk/shell knows Qt: put it there", but_for=("kiosk.shell",)),
    Rule(
        ("kiosk",), DATABASE, "only kiosk/store knows the database: ask for what you need there",
        but_for=("kiosk.store",),
    ),
    Rule(("kiosk",), ("pygame",), "only kiosk/audio knows pygame: use its Sound", but_for=("kiosk.audio",)),
    Rule(("kiosk.store", "kiosk.audio"), (*QT, *WEB, *FACES, *ROOTS), "give news by a call that is handed in"),
    Rule(
        ("kiosk",), ROOTS, "only a command builds the parts: have it hand in what is needed",
        but_for=(*ROOTS, "kiosk.__main__"),
    ),
    Rule(
        ("kiosk",), ("sync",), "kiosk knows of sync only its protocol, its agent and the line that this one needs",
        allowed=("sync.protocol", "sync.agent", "sync.line"),
    ),
    Rule(("sync.protocol",), ("kiosk",), "both ends share the protocol: it may know neither"),
    Rule(("sync.central",), ("kiosk",), "the centre shares only pure code: move it there", allowed=SHARED),
)  # fmt: skip


def breaches(name: str, source: str, path: str) -> Iterator[str]:
    """`file:line: what — fix` for each import of the module `name` that a rule forbids."""
    for line, imported, only_types in imports(name, source, package=path.endswith("__init__.py")):
        for rule in RULES:
            if not under(name, rule.who) or under(name, rule.but_for):
                continue
            # The name of a type may be known where its module is not: that makes nothing of it run.
            if only_types and rule.what == ROOTS:
                continue
            if under(imported, rule.what) and not under(imported, rule.allowed):
                yield f"{path}:{line}: {name} imports {imported} — {rule.fix}"
        kind, other = _kind(name), _kind(imported)
        if kind and other and kind != other:
            yield f"{path}:{line}: {name} imports {imported} — put what two kinds need into kiosk/content"


def imports(name: str, source: str, *, package: bool = False) -> Iterator[tuple[int, str, bool]]:
    """(line, module or module.name, only for types) of everything that a module imports, wherever it stands in it."""
    tree = ast.parse(source)
    typing = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        only_types = id(node) in typing
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, only_types
        elif isinstance(node, ast.ImportFrom):
            parents = name.split(".")[: None if package and node.level == 1 else -node.level + package or None]
            base = node.module or ""
            if node.level:
                base = ".".join([*parents, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}", only_types
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__"):
            for given in node.args[:1]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield node.lineno, given.value, only_types


def under(name: str, places: tuple[str, ...]) -> bool:
    """Whether a module is one of these or lies below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def _kind(name: str) -> str:
    parts = name.split(".")
    return parts[2] if parts[:2] == ["kiosk", "activities"] and len(parts) > 2 else ""


def qml_breaches(path: str, source: str) -> Iterator[str]:
    """`file:line: what — fix` for each folder that a QML file names and may not. `path` starts at the repository."""
    here = Path("/") / Path(path).parent
    for number, text in enumerate(source.splitlines(), 1):
        for found in re.findall(r'"(?:file:)?([^"\n]*/[^"\n]*|ui)"', text):
            place = _plain(here / found)
            kind, other = _folder_kind(here), _folder_kind(place)
            if kind and other and kind != other:
                yield f"{path}:{number}: {found} is another kind's — put what two need into kiosk/shell/ui or room"
            elif other and not kind:
                yield f"{path}:{number}: {found} is a kind's — the shell loads it by name, it imports none"
            elif kind and "hub" in place.parts:
                yield f"{path}:{number}: {found} is the other face's — put it into kiosk/shell/ui"


PURE_WEB = ("player.mjs", "visit.mjs", "station.mjs")
"""The modules of the page that are the core once more."""
_AROUND = re.compile(
    r"\b(document|window|globalThis|self|navigator|location|localStorage|sessionStorage|indexedDB|fetch|Date|performance"
    r"|crypto|setTimeout|setInterval|requestAnimationFrame|Math\.random|console)\b"
)


def module_breaches(path: str, source: str) -> Iterator[str]:
    """`file:line: what — fix` for what a module of the page imports or names and may not. `path` as for QML."""
    here = Path("/") / Path(path).parent
    pure = path.startswith("kiosk/hub/web/") and Path(path).name in PURE_WEB
    for number, text in enumerate(source.splitlines(), 1):
        code = re.sub(r"^\s*(//|/?\*).*", "", text)
        for found in re.findall(r"""(?:\bfrom|\bimport\(?)\s*["'`]([^"'`]+)""", code):
            place = Path(found.replace("/kinds/", "/kiosk/activities/")) if found[0] == "/" else _plain(here / found)
            kind, other = _folder_kind(here), _folder_kind(place)
            if pure and found not in [f"./{name}" for name in PURE_WEB]:
                yield f"{path}:{number}: {found} is no part of the core — have the page hand in what is needed"
            if other and kind != other and "$" not in other:
                yield f"{path}:{number}: {found} is another kind's — put what two need into kiosk/hub/web"
        if pure and (named := _AROUND.search(code)):
            yield f"{path}:{number}: {named[0]} is not for the core — have the page hand in what is needed"
        if re.search(r"\bhttps?://(?!www\.w3\.org/)", code):
            yield f"{path}:{number}: an outside address — the page fetches from its hub alone"


def _plain(path: Path) -> Path:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts[-1:] = [] if len(parts) > 1 else parts[-1:]
        elif part != ".":
            parts.append(part)
    return Path(*parts)


def _folder_kind(path: Path) -> str:
    parts = path.parts[1:]
    return parts[2] if parts[:2] == ("kiosk", "activities") and len(parts) > 2 else ""
