"""A small venue, with and without recordings, and a kiosk that is called in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands.called import Call, Said
from small_venue import write_venue
from store.store_stage import open_store

from kiosk.cli import main
from kiosk.settings import Settings
from kiosk.store import Entry


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


@pytest.fixture
def recorded(venue: Settings) -> Settings:
    """A data folder with one visit in it."""
    store = open_store(venue.data)
    store.begin_visit("v1", "front")
    for verb in ("begin", "enter", "end"):
        store.record(Entry(verb, "front", detail={"action": '=cmd|"calc"'}, visit="v1"))
    store.end_visit("v1", "finished")
    store.close()
    return venue


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(words)
        return Said(code, *capsys.readouterr())

    return run
