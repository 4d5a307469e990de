"""A host starts and ends a session at the screen, by real touches, and visitors notice nothing of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from qml_items import every
from shell.stand import Make, Stand

from kiosk.sessions.present import LASTS_S

LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ"


def start(stand: Stand, code: str) -> None:
    """From the closed menu, and back to visitors."""
    to_pad(stand)
    for key in code:
        stand.finger.tap_object(f"session-{key}")
    stand.finger.tap_object("sessionStart")
    stand.finger.tap_object("toVisitors")


def to_pad(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("tab-session")
    stand.finger.tap_object("sessionWanted")
    stand.item("session-A")


def end(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("tab-session")
    stand.finger.tap_object("sessionEnd")
    stand.finger.tap_object("toVisitors")


def can_be_touched(stand: Stand, name: str) -> bool:
    return any(one.objectName() == name and one.isEnabled() for one in every(stand.window.contentItem()))


def visit(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.finger.tap_object("home")
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")


def sessions(stand: Stand) -> list[tuple[str, str]]:
    """The verbs of delegates, each with its session."""
    return [(verb, session) for verb, session in stand.rows("verb, session") if not verb.startswith("host-")]


def test_visits_that_begin_in_a_session_carry_it_and_those_before_and_after_do_not(stand: Stand) -> None:
    visit(stand)
    before = len(sessions(stand))
    start(stand, "J12")
    visit(stand)
    end(stand)
    visit(stand)
    found = sessions(stand)
    assert {one for _, one in found[:before]} == {""}
    assert {one for _, one in found[before : 2 * before]} == {"J12"}
    assert {one for _, one in found[2 * before :]} == {""}
    assert len(found) == 3 * before


def test_a_visit_in_progress_keeps_what_it_began_with_and_what_the_host_does_is_of_the_session(stand: Stand) -> None:
    stand.wake()
    start(stand, "J12")
    stand.open("walk")
    end(stand)
    stand.finger.tap_object("home")
    found = stand.rows("verb, session")
    assert {one for verb, one in found if not verb.startswith("host-")} == {""}
    hosts = [(verb, one) for verb, one in found if verb.startswith("host-")]
    assert hosts == [
        ("host-open", ""), ("host-session", "J12"), ("host-close", "J12"),
        ("host-open", "J12"), ("host-session-end", "J12"), ("host-close", ""),
    ]  # fmt: skip


def test_the_page_says_which_session_since_when_and_how_many_visits(stand: Stand) -> None:
    start(stand, "J12")
    since = stand.desk.seen()["session"]["since"]
    stand.host()
    stand.finger.tap_object("tab-session")
    assert {f"Session J12 since {since}", "No visit has begun in it yet."} < set(stand.words())
    stand.finger.tap_object("toVisitors")
    for sentence in ("1 visit has begun in it.", "2 visits have begun in it."):
        visit(stand)
        stand.host()
        stand.finger.tap_object("tab-session")
        assert sentence in stand.words()
        stand.finger.tap_object("toVisitors")
    end(stand)
    stand.host()
    stand.finger.tap_object("tab-session")
    assert "No session is on" in stand.words()


def test_visitors_see_nothing_of_it(stand: Stand) -> None:
    stand.finger.spin()
    attract = stand.words()
    start(stand, "J12")
    assert stand.words() == attract
    stand.wake()
    assert not any("J12" in text for text in stand.words())


def test_the_pad_takes_only_what_may_come_next(stand: Stand) -> None:
    to_pad(stand)

    def taken() -> str:
        return "".join(key for key in LETTERS + "1234567890" if can_be_touched(stand, f"session-{key}"))

    assert taken() == LETTERS
    assert not can_be_touched(stand, "sessionStart")
    stand.finger.tap_object("session-J")
    assert taken() == "1234567890"
    assert not can_be_touched(stand, "sessionStart")
    for key in "123":
        stand.finger.tap_object(f"session-{key}")
    assert taken() == ""
    assert can_be_touched(stand, "sessionStart")
    stand.finger.tap_object("session-back")
    assert "J12" in stand.words()


def test_a_keyboard_types_a_code_too(stand: Stand) -> None:
    to_pad(stand)
    for key in "I9J1X2":
        QTest.keyClick(stand.window, Qt.Key(ord(key)))
    QTest.keyClick(stand.window, Qt.Key.Key_9)
    QTest.keyClick(stand.window, Qt.Key.Key_Backspace)
    assert "J12" in stand.words()
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    assert not can_be_touched(stand, "sessionCancel")
    assert stand.station.session == ""


def test_the_one_that_is_on_already_is_told_and_another_takes_its_place(stand: Stand) -> None:
    start(stand, "J12")
    to_pad(stand)
    for key in "J12":
        stand.finger.tap_object(f"session-{key}")
    stand.finger.tap_object("sessionStart")
    assert "Session J12 is on already: end it first to begin it anew." in stand.words()
    for key in "K7":
        stand.finger.tap_object(f"session-{key}")
    stand.finger.tap_object("sessionStart")
    assert stand.station.session == "K7"
    assert not can_be_touched(stand, "sessionCancel")


def test_what_was_entered_and_not_started_is_gone(stand: Stand) -> None:
    to_pad(stand)
    stand.finger.tap_object("session-J")
    stand.finger.tap_object("sessionCancel")
    stand.finger.tap_object("sessionWanted")
    assert can_be_touched(stand, "session-A")


def test_it_is_on_again_after_a_restart(make: Make) -> None:
    start(make(), "J12")
    again = make()
    visit(again)
    assert {session for _, session in sessions(again)} == {"J12"}


def test_a_visit_that_began_before_the_recordings_were_open_is_of_it_too(make: Make) -> None:
    start(make(), "J12")
    again = make(opened=False)
    again.wake()
    again.open_store()
    again.open("walk")
    assert again.station.state.session == "J12"
    assert {session for _, session in sessions(again)} == {"J12"}


def test_it_is_over_by_itself_at_the_screen(stand: Stand) -> None:
    start(stand, "J12")
    stand.wall.now += LASTS_S + 1
    stand.after(1)
    visit(stand)
    assert {session for _, session in sessions(stand)} == {""}
    assert stand.rows("verb, detail")[3] == ("host-session-end", '{"session":"J12","how":"time"}')
