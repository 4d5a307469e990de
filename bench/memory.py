"""Thousands of taps in a row, anywhere that can be touched: does the kiosk grow?"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.row import Row
from bench.taps import tapped

TAPS = 8000


def rows() -> list[Row]:
    """Growth is from the end of the warm-up to the mean of the last two weighings."""
    with tempfile.TemporaryDirectory() as place:
        begun, *then, answered = tapped("memory", Path(place), TAPS)
    last = (then[-1] + then[-2]) / 2
    return [
        Row(
            name=f"memory growth over {TAPS:,} taps, of which {answered:,.0f} were answered",
            value=100 * (last / begun - 1),
            unit="%",
            beside=f"PSS {begun:.0f} MB after the warm-up, {last:.0f} MB at the end",
            aim="< 5 %",
        )
    ]
