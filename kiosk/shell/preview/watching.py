"""Tells when one of some files has changed: saved in place, replaced by another of its name, added or gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

REST_MS = 120
"""How long nothing may have happened before a change is told: an editor saves in several steps."""

LOOK_MS = 1000
"""How often to look all the same: not every folder tells, such as one on another machine."""

Seen = tuple[tuple[str, int, int], ...]


class Watch(QObject):
    """Watches a folder with all that is in it, and a few files elsewhere. Lives on the GUI thread."""

    changed = Signal()

    def __init__(self, folder: Path, files: Sequence[Path], *, look_ms: int = LOOK_MS) -> None:
        super().__init__()
        self._folder, self._files = folder, files
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        self._seen = self._look()
        self._looks = QTimer(self, interval=look_ms)
        self._looks.timeout.connect(self.look)
        self._looks.start()

    def look(self) -> None:
        """See now whether anything is different from the last time, and tell it."""
        seen = self._look()
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()

    def _stirred(self) -> None:
        self._rest.start()

    def _look(self) -> Seen:
        """Size and change time of every file. Each is watched anew: one that was replaced is another to the system."""
        inside = sorted(path for path in self._folder.rglob("*") if not _is_scratch(path))
        seen = []
        for path in (*inside, *self._files):
            try:
                about = path.stat()
            except OSError:
                continue
            seen.append((str(path), about.st_size, about.st_mtime_ns))
        # The folders of the files tell when one is replaced.
        wanted = {str(self._folder), *(name for name, _, _ in seen), *(str(path.parent) for path in self._files)}
        fresh = sorted(wanted - {*self._watcher.files(), *self._watcher.directories()})
        if fresh:
            self._watcher.addPaths(fresh)
        return tuple(seen)


def _is_scratch(path: Path) -> bool:
    """What editors put beside a file while it is open."""
    return path.name.startswith(".") or path.name.endswith("~")
