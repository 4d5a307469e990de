"""Tap to `play` of a clip decoded ahead, beside decoding it when it is touched."""

import math
import os
import statistics
import tempfile
import time
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.audio import Mixer, PygameDevice, open_sound

SECONDS = 5
TAPS = 400
CLIP = Path(__file__).parents[1] / "tests" / "audio" / "hello.ogg"


def rows() -> list[dict[str, object]]:
    """Measured now, on SDL's dummy driver where the machine names no other: what a sound card adds is its buffer."""
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as folder:
        wav = _speechlike(Path(folder) / "clip.wav")
        made = _tap_rows(wav, f"a {SECONDS} s WAV")
    return made + _tap_rows(CLIP, "a 0.9 s OGG")


def _tap_rows(path: Path, what: str) -> list[dict[str, object]]:
    sound = open_sound(off_thread=lambda job: job())
    sound.load("clip", path)
    sound.poll()
    ahead = _times(lambda: sound.play("clip"), TAPS, sound)
    sound.close()

    device = PygameDevice()
    device.open()

    def decode_then_play() -> None:
        device.start(device.decode(path).voice, at=0.0, gain=0.5)

    then = _times(decode_then_play, TAPS // 10)
    device.close()
    return [
        _row(f"tap to play, decoded ahead, p{share}: {what}", _at(ahead, share), _at(then, share)) for share in (50, 99)
    ]


def _row(name: str, value: float, other: float) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 4),
        "unit": "ms",
        "against": f"decoding when touched: {other:.2f} ms",
        "ratio": round(value / other, 4),
        "aim": "",
    }


def _times(work: Callable[[], object], count: int, sound: Mixer | None = None) -> list[float]:
    """Milliseconds of each call, sorted; between calls the mixer gets its poll, unmeasured."""
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
        if sound is not None:
            sound.poll()
    return sorted(taken)


def _at(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def _speechlike(path: Path) -> Path:
    rate = 24_000
    samples = array("h", (int(9_000 * math.sin(i * 0.05) * abs(math.sin(i * 0.0004))) for i in range(rate * SECONDS)))
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", ""))
        out.writeframes(samples.tobytes())
    return path


def main() -> None:
    table = Table("What", "Measured", "Against", "Ratio", title="Sound")
    for row in rows():
        table.add_row(str(row["name"]), f"{row['value']} {row['unit']}", str(row["against"]), str(row["ratio"]))
    Console().print(table)


if __name__ == "__main__":
    main()
