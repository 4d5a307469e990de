"""What recording costs: on the thread that draws, until it is on disk, and alone against in a group.

Measured in the present folder, so that the disk is the one that the kiosk would use and not memory.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.store import Entry, Store, read_walks

TAPS = 1500
PAUSE_S = 0.002
COMMITS = 150
GROUP = 20
YEAR = 200_000
"""Interactions of one station in a year."""
WALK = 25
"""Interactions of a walk."""


def rows() -> list[dict[str, object]]:
    """Each row: name, value, unit, what it is compared with, the ratio of the two, the aim."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as place:
        folder = Path(place)
        calling = _calling_thread(folder / "calling")
        durable = _until_durable(folder / "durable")
        alone = _commits(folder / "alone", 1)
        grouped = _commits(folder / "grouped", GROUP)
        asked, afresh = _those_before(folder / "year")
    direct = [seconds * 1000 for seconds in alone]
    p50, p99 = statistics.median(calling), _p99(calling)
    single_rate, group_rate = len(alone) / sum(alone), GROUP * len(grouped) / sum(grouped)
    beside = "committing on the calling thread"
    return [
        _row("record() on the calling thread, p50", p50, "ms", beside, statistics.median(direct), ""),
        _row("record() on the calling thread, p99", p99, "ms", beside, _p99(direct), "< 0.2 ms"),
        _row("recorded to durable, p50", statistics.median(durable), "ms", beside, statistics.median(direct), ""),
        _row("recorded to durable, p99", _p99(durable), "ms", beside, _p99(direct), "< 50 ms"),
        _row(f"FULL commits in groups of {GROUP}", group_rate, "entries/s", "single", single_rate, ">= 8x"),
        _row(f"those before, of {YEAR:,} interactions", asked, "ms", "read afresh from the disk", afresh, "< 1 ms"),
    ]


def _row(name: str, value: float, unit: str, beside: str, other: float, aim: str) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "compared with": f"{beside}: {other:.2f} {unit}",
        "ratio": round(value / other, 4),
        "aim": aim,
    }


def _calling_thread(folder: Path) -> list[float]:
    """Milliseconds of each call, the writer at work in the background."""
    store = _open(folder, background=True)
    took = []
    for _ in range(TAPS):
        took.append(1000 * _seconds(lambda: store.record(_entry())))
        time.sleep(PAUSE_S)
    store.close()
    return took


def _until_durable(folder: Path) -> list[float]:
    """Milliseconds from a tap to its entry being on disk, one tap after the other."""
    store = _open(folder, background=True)
    took = [1000 * _seconds(lambda: store.record(_entry()).wait()) for _ in range(COMMITS * 2)]
    store.close()
    return took


def _commits(folder: Path, size: int) -> list[float]:
    """Seconds of each commit of `size` entries through the writer."""
    store = _open(folder, background=False)

    def commit() -> None:
        for _ in range(size):
            store.record(_entry())
        store.flush()

    took = [_seconds(commit) for _ in range(COMMITS)]
    store.close()
    return took


def _those_before(folder: Path) -> tuple[float, float]:
    """Milliseconds to be told what others did after a year, and to read it afresh from the disk."""
    store = _open(folder, background=False)
    for walk in range(YEAR // WALK):
        visit = f"visit-{walk}"
        for turn in range(WALK - 2):
            detail = {"action": f"choice-{(walk * 7 + turn) % 4}", "to": f"turn-{turn + 1}"}
            store.record(Entry("say", "gp", "asha", f"turn-{turn}", detail, visit=visit))
        store.record(Entry("reach", "gp", "asha", "good", {"ending": "good"}, visit=visit))
        store.record(Entry("end", "gp", visit=visit))
        if walk % 1000 == 0:
            store.flush()
    store.flush()
    asked = [1000 * _seconds(lambda: store.before("asha")) for _ in range(COMMITS)]
    afresh = 1000 * _seconds(lambda: read_walks(folder, 1, YEAR + 1))
    store.close()
    return statistics.median(asked), afresh


def _open(folder: Path, *, background: bool) -> Store:
    store = Store.open(folder, station="bench", release="r", app="0", background=background)
    store.record(_entry())
    store.flush()
    return store


def _entry() -> Entry:
    detail = {"action": "ask-how-she-is", "key": "first-words", "answer": ["listen"]}
    return Entry("choose", "gp", "asha", "waiting-room", detail, visit="01a2011b-4e5d-70e9-aa7e-755677368ccc")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def main() -> None:
    """Print the rows as a table."""
    found = rows()
    table = Table(*found[0], title="Recording")
    for row in found:
        table.add_row(*map(str, row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
