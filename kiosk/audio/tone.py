"""The host's sound test: two soft notes, made up on the spot. Pure."""

import math
from array import array

_NOTES = (523.25, 659.25)  # C5, E5
_SECONDS = 0.35
_LOUD = 9_000  # of 32,767


def tone(*, rate: int) -> "array[int]":
    """16-bit mono samples at `rate` a second, 0.7 s, each note rising in 10 ms and fading to nothing."""
    length = int(rate * _SECONDS)
    samples = array("h")
    for note in _NOTES:
        turn = 2 * math.pi * note / rate
        samples.extend(
            int(_LOUD * math.sin(turn * i) * min(1.0, i / (rate * 0.01)) * (1 - i / length)) for i in range(length)
        )
    return samples
