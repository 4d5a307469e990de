"""Sound behind a small interface: `Sound`, what makes it, and a complete silent one for tests."""

import time
from collections.abc import Callable
from pathlib import Path

from .device import Decoded, Device, NoDevice
from .mixer import MEMORY, Mixer
from .pygame_device import PygameDevice
from .silent_device import SilentDevice
from .sound import BadClip, Ended, Loaded, OffThread, Sound, SoundState, StateKind, gain

__all__ = [
    "BadClip",
    "Decoded",
    "Device",
    "Ended",
    "Loaded",
    "Mixer",
    "NoDevice",
    "OffThread",
    "PygameDevice",
    "SilentDevice",
    "Sound",
    "SoundState",
    "StateKind",
    "decoder",
    "gain",
    "open_sound",
    "silent_sound",
]


def open_sound(*, off_thread: OffThread, clock: Callable[[], float] = time.monotonic, memory: int = MEMORY) -> Mixer:
    """Sound through the machine's own device, which is looked for in `off_thread`; without one, captions run.

    memory: bytes of decoded clips to keep.
    """
    return Mixer(device=PygameDevice(), clock=clock, off_thread=off_thread, memory=memory)


def decoder() -> Callable[[Path], tuple[bytes, int] | None]:
    """Reads clips for who measures them: 16-bit samples of one channel, and how many a second; None: can't be played.

    What it answers raises NoDevice where sound is not installed.
    """
    # Of what a voice has above 12 kHz hardly anything is heard, and half the samples take half the time.
    device = PygameDevice(rate=24_000)

    def decode(path: Path) -> tuple[bytes, int] | None:
        try:
            return device.samples(path)
        except BadClip:
            return None

    return decode


def silent_sound(*, off_thread: OffThread = lambda job: job(), clock: Callable[[], float] = time.monotonic) -> Mixer:
    """The same in every moment, and never heard; lengths come from the files' headers."""
    return Mixer(device=SilentDevice(clock), clock=clock, off_thread=off_thread)
