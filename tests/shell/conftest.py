"""A small venue and whole kiosks in it, for every test at the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from shell.gallery.stage import Stage
from shell.stand import Make, Stand
from small_venue import write_venue

from kiosk.app import open_library
from kiosk.content.library import Library
from kiosk.settings import Settings


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"), drawn=True)


@pytest.fixture(scope="session")
def library(settings: Settings) -> Library:
    return open_library(settings)


@pytest.fixture(scope="session")
def touchscreen(qapp: object) -> QPointingDevice:  # noqa: ARG001 - Qt must run
    return QTest.createTouchDevice()


@pytest.fixture
def make(qapp: object, settings: Settings, library: Library, tmp_path: Path) -> Iterator[Make]:  # noqa: ARG001 - as above
    kiosks = Make(settings=settings, library=library, data=tmp_path)
    yield kiosks
    kiosks.close()


@pytest.fixture
def stand(make: Make) -> Iterator[Stand]:
    """A kiosk that shows every picture it is asked for."""
    made = make()
    yield made
    assert made.said == []


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A window for single controls, without motion. Nothing that Qt warns of passes."""
    made = Stage(art=tmp_path, cache=tmp_path / "cache")
    made.theme.setProperty("reducedMotion", True)
    yield made
    made.close()
    assert made.warnings == []
