"""How many went which way: every walk that came to an ending, counted from what is recorded. Counts only.

A walk counts when its visit is over, once, as it stood at the last ending that it reached: what was gone back over does
not count, and "again" begins another walk. Of a thing that was put somewhere only where it lay then counts, however
often it was moved.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from kiosk.errors import KnownError
from kiosk.store.database import FILE_NAME, Damaged, connect_for_reading
from kiosk.store.model import Before

_log = logging.getLogger(__name__)

CLOSES = ("end", "interrupted")
"""The last interaction of a visit."""

_ROWS = """
    SELECT visit, activity, screen, verb, detail FROM interaction
    WHERE visit <> '' AND (log < :log OR (log = :log AND seq <= :seq))
    ORDER BY log, seq
"""


_Step = tuple[str, str, tuple[str, str] | None]
"""A screen, an action, and the thing that it put with the place."""


class _Walk:
    """One way through an activity as far as it has gone; `marks` is how long it was when each screen was left."""

    __slots__ = ("ending", "marks", "path", "way")

    def __init__(self) -> None:
        self.path: list[_Step] = []
        self.marks: list[int] = []
        self.ending = ""
        self.way: tuple[_Step, ...] = ()


class _Counts:
    """The walks of one activity, added up."""

    def __init__(self) -> None:
        self.reached: Counter[str] = Counter()
        self.screens: Counter[str] = Counter()
        self.steps: Counter[str] = Counter()
        self.onward: dict[str, Counter[str]] = defaultdict(Counter)
        self.lies: Counter[str] = Counter()

    def add(self, walk: _Walk) -> None:
        self.reached[walk.ending] += 1
        self.screens.update({screen for screen, _, _ in walk.way})
        self.steps.update({f"{screen}/{action}" for screen, action, _ in walk.way})
        stops = [*walk.way, (walk.ending, "", None)]
        onward = {(f"{one}/{action}", other) for (one, action, _), (other, _, _) in pairwise(stops) if one != other}
        for step, screen in onward:
            self.onward[step][screen] += 1
        last = dict(puts for _, _, puts in walk.way if puts)
        self.lies.update(f"{thing}@{place}" for thing, place in last.items() if place)

    def merge(self, other: _Counts) -> None:
        self.reached.update(other.reached)
        self.screens.update(other.screens)
        self.steps.update(other.steps)
        for step, screens in other.onward.items():
            self.onward[step].update(screens)
        self.lies.update(other.lies)


class Walks:
    """Fed with interactions in their order, gives what others did. Not thread-safe."""

    def __init__(self) -> None:
        self._counts: dict[str, _Counts] = defaultdict(_Counts)
        self._open: dict[str, dict[str, list[_Walk]]] = {}

    def take(self, visit: str, activity: str, screen: str, verb: str, detail: Mapping[str, Any]) -> None:
        """One interaction."""
        if verb in CLOSES:
            self._close(visit)
        if not visit or not activity:
            return
        walks = self._open.setdefault(visit, {}).setdefault(activity, [])
        if verb in ("enter", "again") or not walks:
            walks.append(_Walk())
        walk = walks[-1]
        if verb == "back" and "action" not in detail:
            if walk.marks:
                del walk.path[walk.marks.pop() :]
        elif verb == "reach":
            walk.ending, walk.way = _word(detail, "ending"), tuple(walk.path)
        elif "action" in detail and verb != "again":
            if "to" in detail:
                walk.marks.append(len(walk.path))
            walk.path.append((screen, _word(detail, "action"), _puts(detail)))

    def close_all(self, *, going_on: Collection[str] = ()) -> None:
        """No visit goes on but these: those without an end were cut off."""
        for visit in [visit for visit in self._open if visit not in going_on]:
            self._close(visit)

    def merge(self, other: Walks) -> None:
        """Add what another has counted, and go on with the visits that are open there."""
        for activity, counts in other._counts.items():
            self._counts[activity].merge(counts)
        self._open |= other._open

    def before(self, activity: str) -> Before:
        """The walks of visits that are over."""
        counts = self._counts.get(activity)
        if counts is None:
            return Before()
        onward = {step: dict(screens) for step, screens in counts.onward.items()}
        return Before(dict(counts.reached), dict(counts.screens), dict(counts.steps), onward, dict(counts.lies))

    def _close(self, visit: str) -> None:
        for activity, walks in self._open.pop(visit, {}).items():
            for walk in walks:
                if walk.ending:
                    self._counts[activity].add(walk)


def _word(detail: Mapping[str, Any], key: str) -> str:
    """What comes from an iPad may hold anything there."""
    value = detail.get(key)
    return value if isinstance(value, str) else ""


def _puts(detail: Mapping[str, Any]) -> tuple[str, str] | None:
    match detail.get("puts"):
        case [str(thing), str(place)] if thing:
            return thing, place
    return None


def read_walks(folder: Path, log: int, seq: int, *, going_on: Collection[str] = ()) -> Walks:
    """What a file holds up to an interaction, all visits over but those that are still `going_on`.

    Nothing when it cannot be read, which is logged.
    """
    walks, decode = Walks(), msgspec.json.Decoder().decode
    try:
        with closing(connect_for_reading(folder / FILE_NAME)) as connection:
            for visit, activity, screen, verb, detail in connection.execute(_ROWS, {"log": log, "seq": seq}):
                walks.take(visit, activity, screen, verb, decode(detail))
    except (sqlite3.Error, Damaged, OSError, KnownError, msgspec.DecodeError) as error:
        _log.warning("The walks of earlier visits are not counted: %s", error)
        return Walks()
    walks.close_all(going_on=going_on)
    return walks
