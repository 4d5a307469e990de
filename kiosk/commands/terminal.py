"""What a person at a terminal sees: lines, and progress of long work.

The library that draws it takes a while to load, so it is not loaded before there is something to say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import Progress

    from kiosk.content.library import Progress as Told


class Terminal:
    """One stream that a person reads."""

    def __init__(self, *, stderr: bool = False) -> None:
        self._stderr = stderr

    @cached_property
    def console(self) -> Console:
        from rich.console import Console

        return Console(stderr=self._stderr, highlight=False, soft_wrap=True, markup=False, emoji=False)

    def print(self, *what: RenderableType) -> None:
        """Say one thing."""
        self.console.print(*what)


out = Terminal()
aside = Terminal(stderr=True)


@contextmanager
def progress(what: str) -> Iterator[Told]:
    """A bar on the error stream once there is something to count, where there is a terminal to draw it."""
    begun: list[Progress] = []

    def told(done: int, total: int, name: str) -> None:
        if not sys.stderr.isatty():
            return
        if not begun:
            begun.append(_bar(what))
            begun[0].start()
        begun[0].update(begun[0].task_ids[0], completed=done, total=total, name=name)

    try:
        yield told
    finally:
        for bar in begun:
            bar.stop()


def _bar(what: str) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    bar = Progress(*columns, console=aside.console, transient=True)
    bar.add_task(what, total=None, name="")
    return bar
