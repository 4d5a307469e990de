"""Loading 1,000 activities: from their compiled form beside their YAML. They are copies of each kind's own example."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.processes import seconds
from bench.row import Row
from kiosk.activities import kinds
from kiosk.content.base import Kind
from kiosk.content.faults import Faults
from kiosk.content.library import ACTIVITY, Library, load
from kiosk.content.reader import read_file
from kiosk.settings import HERE

ACTIVITIES = 1000
STARTS = 5
ZONES = """kind: venue
name: Bench
title: A thousand things to do
invitation: Touch to begin
promise: "All day."
attract:
  landscape: {file: all.svg, describe: "A pot."}
  portrait: {file: all.svg, describe: "A pot."}
pause: {heading: Back soon, text: "A moment."}
finish: {heading: Thank you, text: "Goodbye."}
zones:
  - {id: only, name: Only, colour: coral, heading: All., intro: "Start anywhere.", activities: [%s], scenarios: []}
"""


def rows() -> list[Row]:
    """Cold is read, checked and compiled; warm is the next start of the same."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        content, zones = _generate(folder)
        made: list[Library] = []
        cold = seconds(lambda: made.append(_load(zones, content, folder / "kept", kinds)))
        warm = [seconds(lambda: made.append(_load(zones, content, folder / "kept", _none))) for _ in range(STARTS)]
        yaml = seconds(lambda: _read_all(content))
    if any(library != made[0] for library in made) or len(made[0].decks) != ACTIVITIES:
        raise RuntimeError(f"{len(made[0].decks)} activities of {ACTIVITIES} were loaded: {made[0].faults[:1]}")
    usual = statistics.median(warm)
    name = f"loading {ACTIVITIES:,} activities, unchanged ({min(warm):.2f}–{max(warm):.2f})"
    return [
        Row(name=name, value=usual, unit="s", beside="reading, checking and compiling YAML", other=cold, aim="< 1 s"),
        Row(name="the same, as a share", value=usual, unit="s", beside="the same", other=cold, aim="≤ 0.05×"),
        Row(name="the same, as a share", value=usual, unit="s", beside="reading the YAML alone", other=yaml),
    ]


def _load(zones: Path, content: Path, kept: Path, kinds: object) -> Library:
    assert callable(kinds)
    return load(zones=zones, content=content, kinds=kinds, cache=kept)


def _none() -> Mapping[str, Kind]:
    raise RuntimeError("YAML was read although nothing had changed.")


def _generate(folder: Path) -> tuple[Path, Path]:
    content = folder / "content"
    content.mkdir()
    examples = [HERE / "kiosk" / "activities" / name.replace("-", "_") / "example" for name in kinds()]
    for number in range(ACTIVITIES):
        example = examples[number % len(examples)]
        here = content / f"{example.parent.name.replace('_', '-')}-{number}"
        here.mkdir()
        for file in example.iterdir():
            text = file.read_bytes()
            (here / file.name).write_bytes(text.replace(b"title:", b"# %d\ntitle:" % number, 1))
    (content / "all.svg").write_bytes(next(examples[0].glob("*.svg")).read_bytes())
    first = sorted(path.name for path in content.iterdir() if path.is_dir())[:4]
    zones = folder / "zones.yaml"
    zones.write_text(ZONES % ", ".join(first), encoding="utf-8")
    return content, zones


def _read_all(content: Path) -> None:
    faults = Faults()
    for path in sorted(content.glob(f"*/{ACTIVITY}")):
        read_file(path, path.name, faults)
    if faults.errors:
        raise RuntimeError(str(faults.errors[0]))
