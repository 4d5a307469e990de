"""How clips sound, listened to once: what was measured is kept by the fingerprint of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk.content.library import write_kept

Samples = tuple[bytes, int]
"""Sound as signed 16-bit samples of one channel in the machine's own byte order, and how many there are a second."""
Decode = Callable[[Path], Samples | None]
"""Reads a clip as samples; None: it can't be played."""
MEASURE = 1
"""Counts up when a clip is measured in another way: what was kept before is then measured anew."""


class Heard(msgspec.Struct, frozen=True):
    """A clip's loudness in LUFS, and the seconds before anything is heard."""

    loudness: float
    lead: float


class _Kept(msgspec.Struct):
    measure: int
    clips: dict[str, Heard]


class Hearing:
    """Measures clips. `kept` is a file for what has been measured; without one every clip is listened to again."""

    def __init__(self, decode: Decode, kept: Path | None = None) -> None:
        self._decode, self._path = decode, kept
        self._clips = _read(kept)
        self._fresh = False

    def of(self, path: Path, sha: str) -> Heard | None:
        """How the clip at `path` with that fingerprint sounds; None when it can't be played."""
        if sha not in self._clips:
            samples = self._decode(path)
            if samples is None:
                return None
            from kiosk.content.checks.loudness import lead_of, loudness_of

            self._clips[sha] = Heard(round(loudness_of(*samples), 2), round(lead_of(*samples), 3))
            self._fresh = True
        return self._clips[sha]

    def keep(self) -> None:
        """Write down what was measured. Where that can't be done, it is measured again next time."""
        if self._path and self._fresh:
            write_kept(self._path, msgspec.json.encode(_Kept(MEASURE, self._clips)))


def _read(path: Path | None) -> dict[str, Heard]:
    if path is None:
        return {}
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.clips if kept.measure == MEASURE else {}
