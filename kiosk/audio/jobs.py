"""The way to another thread and back: results, faults and bugs arrive where `deliver` is called."""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

from .sound import OffThread

_T = TypeVar("_T")


class Jobs:
    """`run` and `later` may be called from anywhere; reports are delivered in the order in which they came."""

    def __init__(self, off_thread: OffThread) -> None:
        self._off_thread = off_thread
        self._reports: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._closed = False

    def run(self, work: Callable[[], _T], then: Callable[[_T], None]) -> None:
        """Do the work elsewhere and report its result; whatever it raises is raised by `deliver`."""

        def job() -> None:
            try:
                result = work()
            except Exception as bug:
                self.later(partial(_raise, bug))
            else:
                self.later(partial(then, result))

        self._off_thread(job)

    def later(self, report: Callable[[], None]) -> None:
        """Report at the next `deliver`."""
        self._reports.put(report)

    def deliver(self) -> None:
        """Make every report that has come, and those that come meanwhile."""
        while not self._closed:
            try:
                report = self._reports.get_nowait()
            except Empty:
                return
            report()

    def close(self) -> None:
        """Deliver nothing more."""
        self._closed = True


def _raise(bug: Exception) -> None:
    raise bug
