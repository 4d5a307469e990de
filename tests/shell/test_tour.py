"""A picture of every screen, from the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from shell.stand import PINS, Make

from kiosk import player
from kiosk.content.library import Library
from kiosk.errors import KnownError
from kiosk.shell.tour import Tour, reach_every_screen
from kiosk.visit import Preferences

BACK = 1
"""The zone with one short activity."""


def test_every_screen_of_every_deck_is_reached(library: Library) -> None:
    for deck in library.decks.values():
        reached = reach_every_screen(deck)
        assert set(reached) == set(deck.screens)
        assert all(state.screen == screen and player.view(deck, state) for screen, state in reached.items())


def test_there_is_a_picture_of_each_screen_in_the_size_asked_for(make: Make, tmp_path: Path) -> None:
    stand = make(zone=BACK, size=(640, 360))
    told: list[str] = []
    tour = Tour(stand.shell, stand.desk, PINS, preferences=Preferences())
    taken = list(tour.take(tmp_path / "out", told.append))
    folder = tmp_path / "out" / "back"
    files = {path.relative_to(folder).as_posix(): QImage(str(path)) for path in folder.rglob("*.png")}
    assert sorted(files) == sorted(f"{name}.png" for name in told) and len(taken) == len(files)
    assert {"attract.png", "home.png", "still-there.png", "walk/part-1.png", "walk/part-2.png", "finish.png",
            "paused.png", "host-pin.png", "host-scenario.png", "host-notes.png"} <= set(files)  # fmt: skip
    assert {(image.width(), image.height()) for image in files.values()} == {(640, 360)}
    assert len({bytes(image.constBits()) for image in files.values()}) == len(files)


def test_a_folder_that_cannot_be_written_is_one_sentence(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    stand = make(opened=False, zone=BACK)
    tour = Tour(stand.shell, stand.desk, PINS, preferences=Preferences())
    with pytest.raises(KnownError, match="--out"):
        list(tour.take(tmp_path / "file", lambda _: None))


def test_without_a_folder_every_screen_is_looked_at_all_the_same(make: Make) -> None:
    stand = make(zone=BACK, size=(1080, 1920))
    tour = Tour(stand.shell, stand.desk, PINS, preferences=Preferences(text_step=2))
    seen = list(tour.take(None, lambda _: None))
    assert {"attract", "walk/part-1", "host-pin"} <= {stop.name for stop in seen}
    assert [stop for stop in seen if stop.misfits] == []


def test_a_screen_that_does_not_fit_is_told(make: Make) -> None:
    stand = make(zone=BACK, size=(1920, 1080))
    view = stand.shell.station.library.decks["walk"].screens["part-1"].props
    view["heading"] = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    tour = Tour(stand.shell, stand.desk, PINS, preferences=Preferences(text_step=2))
    told = {stop.name: stop.misfits for stop in tour.take(None, lambda _: None)}
    assert [one for one in told["walk/part-1"] if "Donaudampf" in one]
    assert told["walk/part-2"] == []
