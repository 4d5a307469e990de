"""`kiosk host set-pin`: a PIN from standard input, refused or kept, never printed."""

from __future__ import annotations

import sys

import pytest
from commands.called import Call, places
from store.store_stage import open_store, query

from kiosk.settings import Settings


def test_a_pin_is_changed_from_standard_input_and_never_printed(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_in(monkeypatch, "480517\n")
    said = kiosk("host", "set-pin", *places(venue))
    assert (said.code, said.out) == (0, "The PIN is changed.\n")
    (kept,) = query(venue.data, "SELECT value FROM kept WHERE key = 'pin:host'")
    assert "argon2id" in kept[0] and "480517" not in kept[0]


@pytest.mark.parametrize("pin", ["", "1234", "abcdef", "123456", "111111"])
def test_a_pin_that_is_none_or_easily_guessed_is_refused(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch, pin: str
) -> None:
    said_in(monkeypatch, pin + "\n")
    sentence = kiosk("host", "set-pin", *places(venue)).sentence
    assert not pin or pin not in sentence
    assert query(venue.data, "SELECT * FROM kept WHERE key LIKE 'pin:%'") == []


def test_a_pin_is_not_changed_under_a_running_kiosk(
    kiosk: Call, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(venue.data)
    said_in(monkeypatch, "480517\n")
    assert "Another kiosk" in kiosk("host", "set-pin", *places(venue)).sentence
    store.close()


def said_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    class Input:
        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            return text

    monkeypatch.setattr(sys, "stdin", Input())
