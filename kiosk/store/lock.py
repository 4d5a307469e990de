"""One kiosk per data folder: a lock that the operating system drops when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.errors import KnownError

LOCK_NAME = "kiosk.lock"


class FolderLock:
    """Held from construction until `release`. Raises KnownError when another kiosk holds the folder."""

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise KnownError(
                f"The data folder {folder} cannot be written ({error.strerror}): "
                "make it writable, or name another one with --data."
            ) from error
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise KnownError(
                f"Another kiosk is already using the data folder {folder}: "
                "close that one first, or give this one its own folder with --data."
            ) from error

    def release(self) -> None:
        """Let go. The file stays: removing it would let two kiosks lock two files of one name."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
