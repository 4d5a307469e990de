"""What is recorded before the store is open reaches it, in order and once."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.recording import LateRecorder
from kiosk.store.model import Before, Entry, How, Note


class Told:
    """A recorder that writes down what it is told."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def begin_visit(self, visit: str, zone: str, *, session: str, face: str) -> None:
        self.calls.append(("begin", visit, zone, session, face))

    def end_visit(self, visit: str, how: How) -> None:
        self.calls.append(("end", visit, how))

    def record(self, entry: Entry) -> None:
        self.calls.append(("record", entry.verb))

    def note(self, kind: str, text: str, *, visit: str, activity: str) -> None:
        self.calls.append(("note", kind, text, visit, activity))

    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]:
        return (Note("n1", 1, kind, "Ask first.", "v1", "wall", "approved", 2, 3),)[:limit]

    def before(self, activity: str) -> Before:
        return Before({activity: 7})


def use(recorder: LateRecorder, session: str = "") -> None:
    recorder.begin_visit("v1", "front", session=session, face="kiosk")
    recorder.record(Entry("begin"))
    recorder.note("pledge", "Ask first.", visit="v1", activity="wall")
    recorder.end_visit("v1", "idle")


USED = [
    ("begin", "v1", "front", "", "kiosk"),
    ("record", "begin"),
    ("note", "pledge", "Ask first.", "v1", "wall"),
    ("end", "v1", "idle"),
]


def test_what_came_before_the_store_is_handed_over_in_order_and_once() -> None:
    recorder, store = LateRecorder(), Told()
    use(recorder)
    recorder.attach(store)
    assert store.calls == USED
    recorder.record(Entry("home"))
    assert store.calls == [*USED, ("record", "home")]


def test_a_store_that_is_there_gets_everything_at_once() -> None:
    recorder, store = LateRecorder(), Told()
    recorder.attach(store)
    use(recorder)
    assert store.calls == USED


def test_what_began_before_the_store_told_of_the_session_began_in_it() -> None:
    recorder, store = LateRecorder(), Told()
    use(recorder)
    recorder.attach(store, session="J12")
    assert store.calls == [("begin", "v1", "front", "J12", "kiosk"), *USED[1:]]
    store.calls.clear()
    use(recorder, "K7")
    use(recorder)
    assert store.calls == [("begin", "v1", "front", "K7", "kiosk"), *USED[1:], *USED]


def test_the_same_store_again_changes_nothing() -> None:
    recorder, store = LateRecorder(), Told()
    use(recorder)
    recorder.attach(store)
    recorder.attach(store)
    assert store.calls == USED


def test_another_store_is_refused_and_gets_nothing() -> None:
    recorder, store, other = LateRecorder(), Told(), Told()
    recorder.attach(store)
    with pytest.raises(RuntimeError, match="second store"):
        recorder.attach(other)
    use(recorder)
    assert (store.calls, other.calls) == (USED, [])


def test_the_wall_is_empty_until_the_store_is_there() -> None:
    recorder = LateRecorder()
    assert recorder.approved_notes("pledge", 9) == ()
    recorder.attach(Told())
    assert [note.text for note in recorder.approved_notes("pledge", 9)] == ["Ask first."]


def test_nobody_was_before_until_the_store_is_there() -> None:
    recorder = LateRecorder()
    assert recorder.before("walk") == Before()
    recorder.attach(Told())
    assert recorder.before("walk") == Before({"walk": 7})


def test_without_a_store_ever_nothing_is_kept() -> None:
    recorder, store = LateRecorder(), Told()
    use(recorder)
    recorder.close()
    use(recorder)
    recorder.attach(store)
    assert store.calls == []
