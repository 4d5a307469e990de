"""What is wrong with content, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing to mend. `file` is a relative path with forward slashes; `line` counts from 1.

    `what` and `do` are parts of one sentence: neither ends with a full stop. An error that is found while content is
    compiled keeps its activity out of the venue; one that only `checks` finds must be mended before the doors open. A
    warning does neither.
    """

    file: str
    line: int
    what: str
    do: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} — {self.do}"


class Faults:
    """Collects faults while content is read. Iterating gives them in order of file and line, each once."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._faults: set[Fault] = set(faults)

    def error(self, file: str, line: int, what: str, do: str) -> None:
        """Note something that keeps an activity from being used."""
        self._faults.add(Fault(file, line, what, do, "error"))

    def warning(self, file: str, line: int, what: str, do: str) -> None:
        """Note something that should be better but can be shown."""
        self._faults.add(Fault(file, line, what, do, "warning"))

    def add(self, fault: Fault) -> None:
        self._faults.add(fault)

    def extend(self, faults: Iterable[Fault]) -> None:
        self._faults.update(faults)

    @property
    def errors(self) -> list[Fault]:
        return [fault for fault in self if fault.severity == "error"]

    @property
    def warnings(self) -> list[Fault]:
        return [fault for fault in self if fault.severity == "warning"]

    def __iter__(self) -> Iterator[Fault]:
        return iter(sorted(self._faults))

    def __len__(self) -> int:
        return len(self._faults)
