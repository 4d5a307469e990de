"""How loud a clip is from moment to moment, for a mouth that moves. Pure."""

import math
from array import array
from itertools import pairwise
from operator import mul

WINDOW = 0.03
"""Seconds per value."""

# One sample in seven is plenty for loudness, and seven is prime to every channel count in use, so that all
# channels are heard.
_STRIDE = 7
_SILENCE = 33.0  # RMS of a 16-bit sample; -60 dB of full scale


def loudness(samples: "array[int]", *, rate: int, channels: int) -> bytes:
    """RMS of 16-bit interleaved `samples` per window, 0 to 255, where 255 is the clip's own loud speech.

    The loudest twentieth of the windows all count as 255, so that one click does not flatten a whole clip.
    """
    thin = samples[::_STRIDE]
    step = WINDOW * rate * channels / _STRIDE
    edges = [round(step * i) for i in range(math.ceil(len(thin) / step) + 1)] if thin else []
    roots = [_rms(thin[a:b]) for a, b in pairwise(edges) if a < len(thin)]
    if not roots:
        return b""
    loud = sorted(roots)[int(len(roots) * 0.95)] or max(roots)
    if loud < _SILENCE:
        return bytes(len(roots))
    return bytes(min(255, round(255 * root / loud)) for root in roots)


def level(values: bytes, at: float) -> float:
    """Loudness, 0 to 1, at `at` seconds, straight lines between the middles of windows; 0 outside the clip."""
    place = at / WINDOW - 0.5
    if not values or not -0.5 <= place < len(values):
        return 0.0
    left = max(0, min(len(values) - 1, math.floor(place)))
    right = min(len(values) - 1, left + 1)
    share = min(1.0, max(0.0, place - left))
    return (values[left] * (1 - share) + values[right] * share) / 255


def _rms(window: "array[int]") -> float:
    return math.sqrt(sum(map(mul, window, window)) / len(window)) if window else 0.0
