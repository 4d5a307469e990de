"""Whose fault an error is: the disk's, or that of what was to be written."""

from __future__ import annotations

import sqlite3
from typing import Final

from kiosk.errors import KnownError
from kiosk.store.database import sqlite_code

_MAKE_WRITABLE: Final = "The recordings may not be written: make their folder writable"
_CLOSE_OTHER: Final = "Another program is holding the recordings: close it"
_BY_CODE: Final = {
    sqlite3.SQLITE_FULL: "The disk is full: free some space on it",
    sqlite3.SQLITE_IOERR: "The disk reports errors: check its cable and its health",
    sqlite3.SQLITE_READONLY: _MAKE_WRITABLE,
    sqlite3.SQLITE_PERM: _MAKE_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: "The recordings cannot be opened: check that their folder is there and writable",
    sqlite3.SQLITE_BUSY: _CLOSE_OTHER,
    sqlite3.SQLITE_LOCKED: _CLOSE_OTHER,
    sqlite3.SQLITE_PROTOCOL: _CLOSE_OTHER,
    sqlite3.SQLITE_NOMEM: "The computer is short of memory: close other programs",
    sqlite3.SQLITE_INTERRUPT: "Writing was interrupted: nothing needs to be done",
}

DAMAGED: Final = "The recordings are damaged and are being begun anew"
UNKNOWN: Final = "The recordings cannot be written for a reason that this program does not know: restart it"
STOPPED: Final = "Recording has stopped because of a fault in this program: restart it"


def what_to_do(error: Exception) -> str | None:
    """The sentence, without its full stop, for an error that waiting and a helping hand can mend.

    None when the error is not of that kind: then the write itself is at fault.
    """
    if isinstance(error, OSError):
        return f"The recordings cannot be reached ({error.strerror}): check that their folder is there and writable"
    if isinstance(error, KnownError):
        return str(error).rstrip(".")
    return _BY_CODE.get(sqlite_code(error) or 0)
