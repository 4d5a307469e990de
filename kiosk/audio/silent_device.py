"""A device that is always there and never heard: for tests, and for machines that are meant to be quiet."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path

from .device import Decoded, NoDevice
from .envelope import WINDOW
from .measure import seconds_of
from .sound import BadClip

Measure = Callable[[Path], float | None]

# Two syllables and a breath, about four a second: what a mouth does when nobody measured the voice.
_BABBLE = bytes((40, 140, 230, 255, 210, 120, 60, 150, 240, 220, 130, 50, 10, 0, 0))


LONGEST = 15 * 60.0
"""Seconds; a longer clip is refused rather than held in memory."""

_LARGEST = 64 * 1024 * 1024  # bytes of a file


def no_sound(path: Path) -> BadClip:
    return BadClip(f"{path.name} is not a sound that can be played: save it as OGG, MP3 or WAV.")


def clip_seconds(path: Path, *, measure: Measure = seconds_of, longest: float = LONGEST) -> float:
    """A clip's length by its headers. Raises BadClip for what is no sound, unreadable, too long or too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BadClip(f"{path.name} is larger than {_LARGEST >> 20} MB: save it as OGG or MP3.")
        seconds = measure(path)
    except OSError as fault:
        raise BadClip(f"{path.name} cannot be read ({fault.strerror}): put the file back.") from fault
    if not seconds:
        raise no_sound(path)
    if seconds > longest:
        raise BadClip(f"{path.name} is longer than {longest / 60:g} minutes: cut it into shorter clips.")
    return seconds


def measured(path: Path, measure: Measure = seconds_of) -> Decoded:
    """A clip's length without a voice, with a mouth's movement made up. Raises BadClip."""
    seconds = clip_seconds(path, measure=measure)
    count = ceil(seconds / WINDOW)
    made_up = (_BABBLE * (count // len(_BABBLE) + 1))[:count]
    return Decoded(seconds=seconds, loudness=made_up, voice=None, size=0)


@dataclass(slots=True)
class SilentDevice:
    """Keeps time by the injected clock. `unplug` and `plug` are a hand on the cable; one that
    `hangs` never finishes a voice.

    heard: what was asked of it, in order, as ("start", at), ("fade", ms), ("gain", gain) or ("tone", gain).
    tries: when it was asked to open.
    """

    clock: Callable[[], float]
    measure: Measure = seconds_of
    plugged: bool = True
    hangs: bool = False
    heard: list[tuple[str, float]] = field(default_factory=list)
    tries: list[float] = field(default_factory=list)
    _ends: float | None = None

    def unplug(self) -> None:
        self.plugged = False
        self._ends = None

    def plug(self) -> None:
        self.plugged = True

    def open(self) -> str:
        self.tries.append(self.clock())
        if not self.plugged:
            raise NoDevice("No speakers or sound card were found")
        return "silent"

    def decode(self, path: Path) -> Decoded:
        found = measured(path, self.measure)
        return replace(found, voice=found.seconds)

    def present(self) -> bool:
        return self.plugged

    def start(self, voice: object, *, at: float, gain: float) -> None:
        if not self.plugged:
            raise NoDevice("The sound device does not answer")
        if not isinstance(voice, float):
            raise TypeError(f"not a voice of this device: {voice!r}")
        self._ends = self.clock() + voice - at
        self.heard += [("start", at), ("gain", gain)]

    def fade_out(self, milliseconds: int) -> None:
        self._ends = None
        self.heard.append(("fade", milliseconds))

    def busy(self) -> bool:
        return self._ends is not None and (self.hangs or self.clock() < self._ends)

    def set_gain(self, gain: float) -> None:
        self.heard.append(("gain", gain))

    def tone(self, gain: float) -> None:
        self.heard.append(("tone", gain))

    def discard(self, voice: object) -> None:
        """Nothing is held."""

    def close(self) -> None:
        self._ends = None
