"""What an iPad is given to run by itself."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hub.hub_stage import small_feed
from small_venue import write_venue

from kiosk.activities import kinds
from kiosk.captions import phrases, word_times
from kiosk.content.deck import Deck
from kiosk.content.library import Library, load
from kiosk.hub.feed import Feed
from kiosk.settings import Settings
from kiosk.visit import Timing


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture(scope="module")
def made(venue: Settings) -> tuple[Library, Feed]:
    return small_feed(venue, drawn=frozenset(kinds()))


def sent(feed: Feed, name: str) -> Any:
    sheet = feed.deck(name)
    assert sheet is not None
    return json.loads(gzip.decompress(sheet.body))


def test_a_zones_scenarios_come_first_then_its_activities(made: tuple[Library, Feed]) -> None:
    library, feed = made
    told = json.loads(gzip.decompress(feed.index().body))
    assert list(told["decks"]) == [*library.zones[0].scenarios, *library.zones[0].activities]
    assert told["zone"]["scenarios"] == list(library.zones[0].scenarios)
    assert told["release"] == library.release
    assert told["timing"] == {"idle": 60.0, "countdown": 20.0, "thanks": 25.0}


def test_a_deck_is_the_very_one_that_the_shell_walks(made: tuple[Library, Feed]) -> None:
    library, feed = made
    for name in json.loads(gzip.decompress(feed.index().body))["decks"]:
        assert msgspec.convert(sent(feed, name)["deck"], Deck) == library.decks[name]
        assert feed.whole(name) == library.decks[name]


def test_captions_are_the_shells_word_by_word(made: tuple[Library, Feed]) -> None:
    _, feed = made
    told = sent(feed, "voices")
    clips = [
        action["props"]["clip"]
        for action in next(iter(told["deck"]["screens"].values()))["actions"]
        if "clip" in action.get("props", {})
    ]
    assert clips
    for clip in clips:
        words = word_times(clip["text"], clip["seconds"])
        times = told["captions"][clip["sha"]]
        assert times["words"] == [[round(one.start, 2), one.char_start, one.char_end] for one in words]
        assert times["phrases"] == [
            [round(one.start, 2), one.char_start, one.char_end] for one in phrases(clip["text"], words)
        ]


def test_a_kind_that_the_page_cannot_draw_is_not_offered(venue: Settings) -> None:
    _, feed = small_feed(venue, drawn=frozenset({"survey"}))
    told = json.loads(gzip.decompress(feed.index().body))
    assert {card["kind"] for card in told["cards"].values()} == {"survey"}
    assert told["zone"]["scenarios"] == []
    assert feed.deck("voices") is None


def test_handing_a_kept_library_over_reads_none_of_its_screens(venue: Settings, tmp_path: Path) -> None:
    for _ in range(2):
        library = load(zones=venue.zones, content=venue.content, kinds=kinds, cache=tmp_path)
    feed = Feed(
        library=library, zone=library.zones[0], content=venue.content, station="", timing=Timing(),
        drawn=frozenset(kinds()),
    )  # fmt: skip
    feed.index()
    screens = library.decks["kitchen"].screens
    assert all(isinstance(one, msgspec.Raw) for one in screens.as_kept().values())  # type: ignore[attr-defined]


def test_the_same_content_is_known_by_the_same_tags(venue: Settings, made: tuple[Library, Feed]) -> None:
    _, again = small_feed(venue, drawn=frozenset(kinds()))
    assert again.index() == made[1].index()
