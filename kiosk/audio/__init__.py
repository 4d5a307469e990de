"""Sound behind a small interface: `Sound`, what makes it, and a complete silent one for tests."""

import time
from collections.abc import Callable

from .device import Decoded, Device, NoDevice
from .mixer import MEMORY, Mixer
from .pygame_device import PygameDevice
from .silent_device import SilentDevice
from .sound import BadClip, Ended, Loaded, OffThread, Sound, SoundState, StateKind

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
    "open_sound",
    "silent_sound",
]


def open_sound(*, off_thread: OffThread, clock: Callable[[], float] = time.monotonic, memory: int = MEMORY) -> Mixer:
    """Sound through the machine's own device, which is looked for in `off_thread`; without one, captions run.

    memory: bytes of decoded clips to keep.
    """
    return Mixer(device=PygameDevice(), clock=clock, off_thread=off_thread, memory=memory)


def silent_sound(*, off_thread: OffThread = lambda job: job(), clock: Callable[[], float] = time.monotonic) -> Mixer:
    """The same in every moment, and never heard; lengths come from the files' headers."""
    return Mixer(device=SilentDevice(clock), clock=clock, off_thread=off_thread)
