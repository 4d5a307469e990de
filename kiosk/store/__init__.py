"""The recordings of one station: what was done, by which visit, on disk before it counts.

`Store` is for the kiosk that records; `read_status`, `read_interactions` and `export` are for anyone who wants to
read, at any time. The database library is loaded when the first of these is asked for, not with the plain values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.store.model import NOTE_LIMIT, Before, Entry, How, Note, NoteState, Origin, Status

if TYPE_CHECKING:
    from kiosk.store.exports import export
    from kiosk.store.reader import last_release, read_interactions, read_kept, read_status
    from kiosk.store.store import Store
    from kiosk.store.walks import read_walks
    from kiosk.store.writer import Ticket

__all__ = [
    "NOTE_LIMIT",
    "Before",
    "Entry",
    "How",
    "Note",
    "NoteState",
    "Origin",
    "Status",
    "Store",
    "Ticket",
    "export",
    "last_release",
    "read_interactions",
    "read_kept",
    "read_status",
    "read_walks",
]

_ELSEWHERE = {
    "Store": "kiosk.store.store",
    "Ticket": "kiosk.store.writer",
    "export": "kiosk.store.exports",
    "last_release": "kiosk.store.reader",
    "read_interactions": "kiosk.store.reader",
    "read_kept": "kiosk.store.reader",
    "read_status": "kiosk.store.reader",
    "read_walks": "kiosk.store.walks",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
