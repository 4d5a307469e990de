"""Content to check: the small venue, spoilt in one place, and what the rules say of it."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from pathlib import Path

from kiosk.activities import kinds
from kiosk.content.checks import Hearing, Subject, check, read_activity, read_venue
from kiosk.content.checks.hearing import Samples
from kiosk.settings import Settings

HOSTS = frozenset({"www.example.org"})


def plays_well(_: Path) -> Samples:
    """A decoder for tests that are not about sound: each clip is just as loud as it should be."""
    return LEVEL, RATE


def activity(venue: Settings, name: str, hearing: Hearing | None = None) -> Subject:
    """An activity of the small venue as its rules see it."""
    found = read_activity(venue.content / name, kinds(), hosts=HOSTS, hearing=hearing or Hearing(plays_well))
    assert found is not None
    return found


def whole(venue: Settings) -> Subject:
    """The venue itself as its rules see it."""
    found = read_venue(venue.zones, venue.content, hearing=Hearing(plays_well))
    assert found is not None
    return found


def told(subject: Subject) -> list[str]:
    """What every rule says of it, in order of file and line."""
    return [str(fault) for fault in sorted(check(subject))]


def tone(loudness: float, *, seconds: float = 2.0, silence: float = 0.0, rate: int = 8000) -> Samples:
    """A tone of 997 Hz, whose peak is 3 dB above its `loudness` in LUFS, after some silence."""
    peak = 10 ** ((loudness + 3.01) / 20)
    turn = 2 * math.pi * 997 / rate
    samples = [round(32767 * peak * math.cos(turn * n)) for n in range(int(seconds * rate))]
    return array("h", [*([0] * int(silence * rate)), *samples]).tobytes(), rate


def decoding(samples: Samples | None) -> Callable[[Path], Samples | None]:
    """A decoder that finds this in every file."""
    return lambda _: samples


LEVEL, RATE = tone(-16.0)
