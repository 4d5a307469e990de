"""What makes the noise, behind the clock: the one part that differs between a machine with sound and a test."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.errors import KnownError


class NoDevice(KnownError):
    """There is nothing to play on, or what there was has gone."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A clip ready to play: its length in seconds, its loudness (one byte per `envelope.WINDOW`), the decoded
    voice as its device keeps it (None where it could only be measured), and the memory that holds in bytes."""

    seconds: float
    loudness: bytes
    voice: object
    size: int


class Device(Protocol):
    """`open`, `decode` and `present` may take long and are called from any thread; the rest return at once."""

    def open(self) -> str:
        """Open, or open again; answers the name of what was opened. Raises NoDevice. Voices stay valid."""

    def decode(self, path: Path) -> Decoded:
        """Decode a whole clip, with or without a device. Raises BadClip."""

    def present(self) -> bool:
        """Whether what was opened is still plugged in, as far as the system tells."""

    def start(self, voice: object, *, at: float, gain: float) -> None:
        """Play a voice from `at` seconds, beside whatever is fading out. Raises NoDevice."""

    def fade_out(self, milliseconds: int) -> None:
        """Let the voice that was started last fade away."""

    def busy(self) -> bool:
        """Whether the voice that was started last is still sounding."""

    def set_gain(self, gain: float) -> None:
        """Gain (0 to 1) of the voice that was started last."""

    def tone(self, gain: float) -> None:
        """Play the test tone over everything. Raises NoDevice."""

    def discard(self, voice: object) -> None:
        """Let a voice's memory go."""

    def close(self) -> None:
        """Let the device go for good."""
