"""What the rest of the kiosk knows of sound: one protocol, and the records it speaks in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from kiosk.errors import KnownError

OffThread = Callable[[Callable[[], None]], object]
"""Runs a job away from the GUI thread; `Executor.submit` is one, `lambda job: job()` is the immediate one."""

Loaded = Callable[[KnownError | None], None]
"""Told once per `load`, from `poll`: None when the clip can be played, or what is wrong with it."""

Ended = Callable[[str, float, bool], None]
"""Told from `poll`: clip, seconds of it that went by, and whether it came to its own end."""

StateKind = Literal["starting", "ok", "muted", "no-device", "lost"]


class BadClip(KnownError):
    """A file that cannot be played, whatever the machine."""


@dataclass(frozen=True, slots=True)
class SoundState:
    """How sound is, for the host menu."""

    kind: StateKind
    sentence: str


def gain(volume: int) -> float:
    """The share of full amplitude, 0 to 1, for a volume of 0 to 100: ears are not linear."""
    return (volume / 100) ** 2


class Sound(Protocol):
    """One voice at a time, with a clock of its own that runs whether or not anything is heard.

    Every call comes from one thread and returns at once; nothing calls back except from inside `poll`.
    """

    on_ended: Ended

    def load(self, key: str, path: Path, *, done: Loaded | None = None) -> None:
        """Decode a clip ahead, elsewhere. A key loaded again with another path is replaced."""

    def play(self, key: str, *, seconds: float | None = None) -> bool:
        """Start a clip from its beginning; whatever plays gives way to it in a short crossfade.

        False when the clip itself cannot be played (never loaded, or broken); then `seconds`, where given,
        is how long its captions run in silence. A missing device is not a False: see `state`.
        """

    def tap(self, key: str, *, seconds: float | None = None) -> bool:
        """What a touch on a clip does: `play`, or `stop` if it is the one playing. False when it stopped."""

    def pause(self) -> None:
        """Hold the clip where it is. Nothing happens if none plays."""

    def resume(self) -> None:
        """Carry on from where `pause` held it."""

    def stop(self) -> None:
        """End the clip with a short fade."""

    @property
    def playing(self) -> str | None:
        """The clip whose clock is running or held, if any."""

    @property
    def paused(self) -> bool:
        """Whether the clip is held by `pause`."""

    @property
    def position(self) -> float:
        """Seconds into the clip that plays; 0 when none does."""

    def duration(self, key: str) -> float | None:
        """Seconds of a clip, once known."""

    def level(self, at: float) -> float:
        """Loudness, 0 to 1, of the clip that plays at `at` seconds into it; 0 when none does or it is held."""

    def set_volume(self, volume: int) -> None:
        """The host's volume, 0 to 100."""

    def set_muted(self, muted: bool) -> None:
        """A delegate's sound on/off. The clip carries on unheard."""

    def state(self) -> SoundState:
        """How sound is now."""

    def test(self) -> bool:
        """Play a short tone at the host's volume, muted or not; False when there is nothing to play it on."""

    def poll(self) -> None:
        """Deliver what has happened since; call from a timer, every 30 to 100 ms."""

    def close(self) -> None:
        """Silence, and let the device go."""
