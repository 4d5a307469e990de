"""The codes that an iPad shows are made by the hub: a phone reads from them just what the deck says."""

from __future__ import annotations

import base64
from pathlib import Path

import numpy as np
import zxingcpp
from hub.hub_stage import small_feed
from small_venue import replace_in, write_venue

from kiosk.codes import modules
from kiosk.hub.feed import _coded, _squares


def read(side: int, squares: str) -> str:
    """What a phone reads from squares as an iPad draws them, eight pixels each."""
    bits = "".join(f"{byte:08b}" for byte in base64.b64decode(squares))[: side * side]
    dark = np.array([bit == "1" for bit in bits]).reshape(side, side)
    image = np.where(np.kron(dark, np.ones((8, 8), bool)), 0, 255).astype(np.uint8)
    return str(zxingcpp.read_barcodes(image)[0].text)


def test_packed_squares_say_what_the_code_says() -> None:
    for text in ("https://www.example.org/our-deal?session=", "The Loose Ends Sewing Circle\nMondays, 2 to 4 · Café"):
        assert read(*_squares(modules(text))) == text


def test_every_text_that_a_screen_shows_as_a_code_is_found_wherever_it_stands() -> None:
    deck = {
        "screens": {
            "take": {"parts": [{"props": {"carry": "one"}}, {"props": {"carry": "two"}}]},
            "thanks": {"props": {"code": {"address": "https://www.example.org/?s={session}", "title": "More"}}},
        },
        "title": "carry",
    }
    assert _coded(deck) == {"one", "two", "https://www.example.org/?s="}
    assert _coded(deck, "J12") == {"one", "two", "https://www.example.org/?s=J12"}


def test_the_codes_of_the_session_that_is_on_are_those_that_name_it(tmp_path: Path) -> None:
    venue = write_venue(tmp_path)
    code = "code: {address: 'https://www.example.org/?s={session}', title: More, help: Point here.}"
    replace_in(venue.content / "after" / "activity.yaml", "text: That helps.}", f"text: That helps., {code}}}")
    _, feed = small_feed(venue)
    assert [(text, read(*squares)) for text, squares in feed.session_codes("J12").items()] == [
        ("https://www.example.org/?s=J12", "https://www.example.org/?s=J12")
    ]
    assert list(feed.session_codes("K7")) == ["https://www.example.org/?s=K7"]
    assert feed.session_codes("") == {}
