"""The codes that an iPad shows are made by the hub: a phone reads from them just what the deck says."""

from __future__ import annotations

import base64

import numpy as np
import zxingcpp

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
