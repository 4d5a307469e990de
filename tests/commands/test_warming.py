"""Pictures are drawn ahead, once for each content, zone and screen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from small_venue import write_venue

from kiosk.app import open_library
from kiosk.commands import warming
from kiosk.commands.offscreen import open_offscreen
from kiosk.settings import Settings
from kiosk.shell.tour import Tour
from kiosk.visit import Preferences

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (1280, 720)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(warming, "LOWEST", 0)
    venue = write_venue(tmp_path / "venue", drawn=True)
    return replace(venue, data=tmp_path / "data")


def pictures(settings: Settings) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (settings.data / "pictures").iterdir()}


def test_after_warming_no_screen_has_to_draw_a_picture(settings: Settings, tmp_path: Path) -> None:
    assert warming.warm(settings, size=SIZE) == 0
    drawn = pictures(settings)
    assert drawn
    library = open_library(settings)
    apart = replace(settings, data=tmp_path / "apart")
    folder = settings.data / "pictures"
    with closing(open_offscreen(apart, library=library, zone=library.zones[0], size=SIZE, pictures=folder)) as kiosk:
        tour = Tour(kiosk.shell, kiosk.desk, kiosk.pins, preferences=Preferences())
        assert len(list(tour.screens())) > 5
    assert pictures(settings) == drawn
    assert not (settings.data / "warming").exists()


def test_other_content_another_zone_or_another_screen_is_cold_again(settings: Settings) -> None:
    library = open_library(settings)
    zone = library.zones[0].id
    assert not warming.is_warm(settings, library, zone, SIZE)
    warming.warm(settings, size=SIZE)
    assert warming.is_warm(settings, library, zone, SIZE)
    assert not warming.is_warm(settings, library, zone, (1920, 1080))
    assert not warming.is_warm(settings, library, "elsewhere", SIZE)
    assert not warming.is_warm(settings, msgspec.structs.replace(library, release="another"), zone, SIZE)


def test_a_process_of_its_own_does_the_same(settings: Settings) -> None:
    library = open_library(settings)
    zone = library.zones[0].id
    assert warming.begin(settings, zone, SIZE).wait(120) == 0
    assert warming.is_warm(settings, library, zone, SIZE)
