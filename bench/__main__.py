"""`make bench`: everything that is measured, as one table. Name parts to measure only those: start taps sound …"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

from bench import central, content, hub, memory, recording, sound, start, taps
from bench.row import Row, from_mapping

PARTS: dict[str, Callable[[], list[Row]]] = {
    "start": start.rows,
    "taps": taps.rows,
    "sound": lambda: [from_mapping(row) for row in sound.rows()],
    "recording": lambda: [from_mapping(row) for row in recording.rows()],
    "content": content.rows,
    "memory": memory.rows,
    "hub": hub.rows,
    "central": central.rows,
}
WORDS = {True: "met", False: "NOT MET", None: ""}


def table(rows: Sequence[Row]) -> Table:
    """One line for each row."""
    made = Table("What", "Here", "Beside", "There", "Ratio", "Aim", "Met", title="How fast, how small")
    for row in rows:
        there = "" if row.other is None else _figure(row.other, row.unit)
        ratio = "" if row.ratio is None else f"{row.ratio:.2g}×" if row.ratio < 10 else f"{row.ratio:,.0f}×"
        made.add_row(row.name, _figure(row.value, row.unit), row.beside, there, ratio, row.aim, WORDS[row.met])
    return made


def _figure(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 else 4
    return f"{value:,.{digits}f} {unit}"


def main() -> int:
    """Measure the parts named, or all. An aim that is not met is said, and is no failure."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [part for part in wanted if part not in PARTS]
    aside = Console(stderr=True)
    if unknown:
        aside.print(f"bench: there is no part {unknown[0]}: use {', '.join(PARTS)}.", markup=False)
        return 1
    rows: list[Row] = []
    for part in wanted:
        aside.print(f"measuring {part} …", markup=False, style="dim")
        rows += PARTS[part]()
    Console(width=None if sys.stdout.isatty() else 180).print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
