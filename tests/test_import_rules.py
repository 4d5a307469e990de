"""Who may import whom. The rules and their fixes are in import_rules.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_rules import RULES, breaches, imports, module_breaches, qml_breaches

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "kiosk").rglob("*.py"), *(ROOT / "sync").rglob("*.py")])
QML = sorted((ROOT / "kiosk").rglob("*.qml"))
WEB = sorted((ROOT / "kiosk").rglob("*.mjs"))


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def told(name: str, source: str) -> list[str]:
    return list(breaches(name, source, name.replace(".", "/") + ".py"))


def test_nobody_imports_what_is_not_theirs_to_know() -> None:
    found = [
        breach
        for path in MODULES
        for breach in breaches(module(path), path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
    ]
    assert not found, "\n" + "\n".join(found)


def test_no_kind_draws_with_another_kinds_qml() -> None:
    found = [
        breach for path in QML for breach in qml_breaches(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_modules_of_the_page_know_only_what_is_theirs() -> None:
    found = [
        breach
        for path in WEB
        for breach in module_breaches(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    ]
    assert WEB
    assert not found, "\n" + "\n".join(found)


def test_every_rule_speaks_of_modules_that_are_looked_at() -> None:
    """A folder that is renamed must not leave its rule behind. Parts that are still to come may be missing."""
    to_come = {"kiosk.evaluation", "sync.protocol", "sync.agent", "sync.central"}
    names = {module(path) for path in MODULES}
    spoken = {name for rule in RULES for name in (*rule.who, *rule.allowed, *rule.but_for)}
    assert spoken - names - to_come == set()
    assert len(names) > 80
    assert len(QML) > 50


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("kiosk.player", "import PySide6"),
        ("kiosk.player", "import time"),
        ("kiosk.visit", "from datetime import datetime"),
        ("kiosk.content.deck", "from PySide6.QtCore import QObject"),
        ("kiosk.content.library", "def load():\n    import sqlalchemy"),
        ("kiosk.content.library", "from kiosk.activities import kinds"),
        ("kiosk.content.library", "from kiosk import activities"),
        ("kiosk.content.walk", "from ..shell import bridge"),
        ("kiosk.activities.survey.model", "import starlette.routing"),
        ("kiosk.activities.survey", "from kiosk.activities.scenario import KIND"),
        ("kiosk.activities.survey", "from kiosk.activities import scenario"),
        ("kiosk.activities.survey.model", "from ..scenario.model import Scenario"),
        ("kiosk.station", "from kiosk.store import Store"),
        ("kiosk.station", "if TYPE_CHECKING:\n    from kiosk.store.store import Store"),
        ("kiosk.station", "import pydantic"),
        ("kiosk.host.pin", "from PySide6 import QtCore"),
        ("kiosk.host.menu", "from kiosk.shell.bridge import Bridge"),
        ("kiosk.host.readiness", "import sqlite3"),
        ("kiosk.sessions.badges", "import kiosk.hub.app"),
        ("kiosk.evaluation", "import uvicorn"),
        ("kiosk.shell.bridge", "from kiosk.hub import app"),
        ("kiosk.shell.bridge", "import importlib\nimportlib.import_module('kiosk.hub.app')"),
        ("kiosk.shell.bridge", "from kiosk.app import Shell"),
        ("kiosk.shell.bridge", "import pygame.mixer"),
        ("kiosk.hub.app", "from kiosk.shell.codes import CodeProvider"),
        ("kiosk.hub.app", "from PySide6.QtCore import QUrl"),
        ("kiosk.audio.mixer", "from PySide6.QtCore import QTimer"),
        ("kiosk.store.writer", "from kiosk.shell import offload"),
        ("kiosk.app", "from PySide6.QtCore import QObject"),
        ("kiosk.app", "from sync.central.app import make"),
        ("kiosk.app", "import sync.central"),
        ("sync.central.app", "from kiosk.store import Store"),
        ("sync.central.app", "from kiosk.settings import Settings"),
        ("sync.protocol", "from kiosk.store.model import Entry"),
    ],
)
def test_what_is_forbidden_is_found(name: str, source: str) -> None:
    assert told(name, source)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("kiosk.player", "from kiosk.content.deck import Deck"),
        ("kiosk.station", "from kiosk.store.model import Entry"),
        ("kiosk.activities.survey.model", "from kiosk.activities.survey.words import SAID\nfrom pydantic import Field"),
        ("kiosk.activities", "from kiosk.activities import scenario, survey"),
        ("kiosk.shell.bridge", "from kiosk.audio import Sound\nfrom PySide6.QtCore import QObject"),
        ("kiosk.shell.tour", "if TYPE_CHECKING:\n    from kiosk.app import Shell"),
        ("kiosk.store.writer", "import sqlalchemy, sqlite3"),
        ("kiosk.app", "from sync.agent import Agent\nfrom sync import protocol"),
        ("kiosk.commands.running", "from kiosk.app import make_shell"),
        ("sync.central.report", "from kiosk.evaluation import report\nfrom kiosk.store.model import Entry"),
        ("kiosk.timekeeping", "import httpstat, timeit"),
    ],
)
def test_what_is_allowed_is_left_alone(name: str, source: str) -> None:
    assert told(name, source) == []


def test_a_breach_names_the_file_the_line_and_the_fix() -> None:
    assert told("kiosk.host.pin", "import time\n\nfrom kiosk.shell.bridge import Bridge") == [
        "kiosk/host/pin.py:3: kiosk.host.pin imports kiosk.shell.bridge.Bridge — "
        "what people do has no face: let the shell or the hub call it"
    ]


@pytest.mark.parametrize(
    ("name", "package", "source", "meant"),
    [
        ("a.b.c", False, "from . import d", "a.b.d"),
        ("a.b.c", False, "from .d import e", "a.b.d.e"),
        ("a.b.c", False, "from ..d import e", "a.d.e"),
        ("a.b", True, "from . import d", "a.b.d"),
        ("a.b", True, "from ..d import e", "a.d.e"),
        ("a.b.c", False, "__import__('d.e')", "d.e"),
    ],
)
def test_an_import_is_read_as_python_reads_it(name: str, package: bool, source: str, meant: str) -> None:
    assert [one for _, one, _ in imports(name, source, package=package)] == [meant]


@pytest.mark.parametrize(
    ("path", "source", "breaks"),
    [
        ("kiosk/activities/survey/Scale.qml", 'import QtQuick\nimport "../scenario"', True),
        ("kiosk/activities/survey/Scale.qml", 'import "../../activities/scenario/parts" as Parts', True),
        ("kiosk/activities/survey/Scale.qml", 'Loader { source: "../scenario/Talk.qml" }', True),
        ("kiosk/activities/survey/Scale.qml", 'import "../../shell/ui"', False),
        ("kiosk/activities/scenario/Look.qml", 'import "../../shell/room"', False),
        ("kiosk/activities/survey/Scale.qml", 'import "./parts"', False),
        ("kiosk/shell/Pages.qml", 'import "../activities/scenario"', True),
        ("kiosk/shell/ui/Art.qml", 'import "../../activities/survey"', True),
        ("kiosk/shell/room/RoomLook.qml", 'import "../../activities/scenario"', True),
        ("kiosk/shell/Pages.qml", 'import "ui"', False),
    ],
)
def test_qml_that_reaches_into_another_folder_is_found(path: str, source: str, breaks: bool) -> None:
    assert bool(list(qml_breaches(path, source))) is breaks


@pytest.mark.parametrize(
    ("path", "source", "breaks"),
    [
        ("kiosk/hub/web/player.mjs", 'import { take } from "./outbox.mjs";', True),
        ("kiosk/hub/web/visit.mjs", 'import * as player from "./player.mjs";', False),
        ("kiosk/hub/web/visit.mjs", "const now = performance.now();", True),
        ("kiosk/hub/web/station.mjs", "const id = crypto.randomUUID();", True),
        ("kiosk/hub/web/station.mjs", "document.title = title;", True),
        ("kiosk/hub/web/station.mjs", "// Knows no document and no fetch", False),
        ("kiosk/hub/web/page.mjs", "document.title = title;", False),
        ("kiosk/hub/web/page.mjs", 'import "https://example.org/kit.mjs";', True),
        ("kiosk/hub/web/page.mjs", 'const SVG = "http://www.w3.org/2000/svg";', False),
        ("kiosk/hub/web/page.mjs", 'import { draw } from "/kinds/survey/web.mjs";', True),
        ("kiosk/hub/web/page.mjs", "await import(`/kinds/${kind}/web.mjs`);", False),
        ("kiosk/activities/survey/web.mjs", 'import { figure } from "../poster/web.mjs";', True),
        ("kiosk/activities/survey/web.mjs", 'import { figure } from "/kinds/poster/web.mjs";', True),
        ("kiosk/activities/survey/web.mjs", 'import { el } from "/face/dom.mjs";', False),
    ],
)
def test_a_module_of_the_page_that_reaches_too_far_is_found(path: str, source: str, breaks: bool) -> None:
    assert bool(list(module_breaches(path, source))) is breaks
