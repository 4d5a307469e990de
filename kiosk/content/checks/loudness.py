"""Loudness as ITU-R BS.1770-4 and EBU R 128 measure it, of one channel; and the silence that a clip begins with."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

SILENT = -70.0
"""LUFS; what is quieter counts as silence (BS.1770's absolute gate), and nothing is told to be quieter."""
HEARD = 10 ** (-50 / 20)
"""Of full scale: sound begins with the first sample above -50 dBFS."""

_BLOCK, _HOP = 0.4, 0.1  # seconds
_RELATIVE_GATE = -10.0  # LU below what passes the absolute gate
_OFFSET = -0.691  # dB: a sine of 997 Hz at full scale in one channel is -3.01 LUFS
_RINGING = 0.5  # seconds after which nothing of the filters is left


def loudness_of(samples: bytes, rate: int) -> float:
    """Integrated loudness in LUFS of signed 16-bit samples at `rate` a second."""
    sound = np.frombuffer(samples, np.int16) / 32768
    if not sound.size:
        return SILENT
    power = np.concatenate([[0.0], np.cumsum(_weighted(sound, rate) ** 2)])
    block = min(sound.size, round(_BLOCK * rate))
    starts = np.arange(0, sound.size - block + 1, max(1, round(_HOP * rate)))
    blocks = (power[starts + block] - power[starts]) / block
    loud = blocks[_lufs(blocks) > SILENT]
    if not loud.size:
        return SILENT
    gate = float(_lufs(loud.mean())) + _RELATIVE_GATE
    return float(_lufs(loud[_lufs(loud) > gate].mean()))


def lead_of(samples: bytes, rate: int) -> float:
    """Seconds of signed 16-bit samples before anything is heard; all of them, when nothing is."""
    heard = np.abs(np.frombuffer(samples, np.int16).astype(np.int32)) > HEARD * 32768
    first = int(heard.argmax()) if heard.any() else heard.size
    return first / rate


def _lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return _OFFSET + 10 * np.log10(np.maximum(power, 1e-12))


def _weighted(sound: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    """The sound as the K filter lets it through: piece by piece over its spectrum, each with room to ring out."""
    ring = round(_RINGING * rate)
    size = 1 << math.ceil(math.log2(2 * ring))
    step = size - ring
    pieces = np.zeros((math.ceil(sound.size / step), step))
    pieces.ravel()[: sound.size] = sound
    passed = np.fft.irfft(np.fft.rfft(pieces, size) * _response(size, rate), size)
    heard = np.zeros(pieces.size + ring)
    for number, piece in enumerate(passed):
        heard[number * step : number * step + size] += piece
    return heard[: sound.size]


@cache
def _response(size: int, rate: int) -> NDArray[np.complex128]:
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    whole: NDArray[np.complex128] = np.ones_like(turn)
    for above, below in (_shelf(rate), _high_pass(rate)):
        whole *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return whole


_Filter = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Coefficients of a filter of the second order: of what goes in, of what came out."""


def _shelf(rate: int) -> _Filter:
    """The head's own gain of 4 dB above 1.7 kHz, at any rate: BS.1770's coefficients are those for 48 kHz."""
    k, q = math.tan(math.pi * 1681.974450955533 / rate), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    whole = 1 + k / q + k * k
    above = (high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k)
    return (
        (above[0] / whole, above[1] / whole, above[2] / whole),
        (1.0, 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole),
    )


def _high_pass(rate: int) -> _Filter:
    """What is below 38 Hz is left out."""
    k, q = math.tan(math.pi * 38.13547087602444 / rate), 0.5003270373238773
    whole = 1 + k / q + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole)
