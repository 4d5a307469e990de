"""A clock that a test turns by hand, work that is done when a test says so, and small clips."""

import array
import math
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.audio import Mixer, SilentDevice

HERE = Path(__file__).parent


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Worker:
    """Holds jobs until `work`, as a busy thread would."""

    jobs: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, job: Callable[[], None]) -> None:
        self.jobs.append(job)

    def work(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


@dataclass
class Stage:
    """A mixer on a silent device, and what it said."""

    clock: Clock
    worker: Worker
    device: SilentDevice
    sound: Mixer
    ended: list[tuple[str, float, bool]] = field(default_factory=list)

    def playing(self) -> str | None:
        """The clip that plays. Asked by a call: a type checker takes what it saw of an attribute to stay so."""
        return self.sound.playing

    def settle(self) -> None:
        """Let the other thread catch up and hear of it."""
        while True:
            self.worker.work()
            self.sound.poll()
            if not self.worker.jobs:
                return

    def after(self, seconds: float) -> None:
        """Let time go by in steps of a GUI timer."""
        steps = max(1, math.ceil(seconds / 0.05))
        for _ in range(steps):
            self.clock.pass_by(seconds / steps)
            self.settle()


def write_wav(path: Path, seconds: float, *, rate: int = 24_000, loud: float = 0.5, channels: int = 1) -> Path:
    """A tone that is loud in its second half only."""
    frames = int(rate * seconds)
    samples = array.array("h")
    for i in range(frames):
        value = int(32_000 * loud * math.sin(i * 0.2)) if i >= frames // 2 else 0
        samples.extend([value] * channels)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    return path
