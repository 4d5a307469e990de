"""`kiosk status` and `kiosk export`: what is on the disk, whether or not a kiosk is running."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

import msgspec
from rich.table import Table

from kiosk.commands.terminal import out as terminal
from kiosk.commands.terminal import progress
from kiosk.content.library import COMPILED, kept_release
from kiosk.settings import Settings
from kiosk.store import export as write_export
from kiosk.store import last_release, read_status


def status(settings: Settings, *, as_json: bool) -> int:
    """Print how the recording is doing."""
    found = read_status(settings.data)
    release = kept_release(settings.data / COMPILED) or last_release(settings.data)
    told = {**msgspec.to_builtins(found), "content": release}
    if as_json:
        terminal.print(msgspec.json.format(msgspec.json.encode(told)).decode())
        return 0
    table = Table("", "", show_header=False, box=None)
    words = {
        "log": "This database",
        "last_seq": "Last number",
        "interactions": "Interactions",
        "visits": "Visits",
        "unsent": "Unsent",
        "schema": "Database version",
        "content": "Content release",
        "notes_waiting": "Notes waiting for a host",
    }
    for key, word in words.items():
        table.add_row(word, str(told[key]) or "not known yet")
    terminal.print(table)
    for fault in found.faults:
        terminal.print(fault)
    return 0


def export(settings: Settings, *, kind: str, out: str) -> int:
    """Write every interaction to a file."""
    path = Path(out).expanduser()
    with progress("Writing") as told:
        count = write_export(
            settings.data,
            cast("Literal['csv', 'jsonl']", kind),
            path,
            progress=lambda done, total: told(done, total, ""),
        )
    terminal.print(f"{count} interactions are in {path}")
    return 0
