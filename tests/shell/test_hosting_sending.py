"""What a host sees and does about the central store, by real touches."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtTest import QTest
from shell.stand import PINS, Later, Make, Stand

from kiosk.centre import Membership
from kiosk.errors import KnownError
from kiosk.host.menu import Stage
from kiosk.shell import network
from sync.agent import State

NORTH = Membership("https://north.example", "d1", "secret", "front", "The Barn", "The north’s centre")
CODE = "KQ7WXM3P"


class Sender:
    """Sends nothing; says what a test has it say."""

    def __init__(self) -> None:
        self.member: Membership | None = None
        self.state = State()
        self.under_way = False
        self.asked: list[Any] = []
        self.problem = ""

    def seen(self) -> tuple[Membership | None, State]:
        return self.member, self.state

    def oldest(self) -> int:
        return 0

    def nudge(self) -> None:
        self.asked.append("send")
        self.under_way = True

    def join(self, url: str, code: str) -> Membership:
        self.asked.append((url, code))
        if self.problem:
            raise KnownError(self.problem)
        self.member = NORTH
        return NORTH


@pytest.fixture
def sender(stand: Stand) -> Sender:
    made = Sender()
    stand.desk.sending.sender = made
    return made


def there(stand: Stand, name: str) -> bool:
    return any(one.objectName() == name for one in stand.finger.controls())


def said(stand: Stand) -> str:
    return " ".join(stand.words())


def to_sheet(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("joinWanted")
    stand.enter_pin(PINS["it"])
    stand.item("joinAddress")


def tap_keys(stand: Stand, keys: str) -> None:
    for key in keys:
        stand.finger.tap(key)


def write(stand: Stand, letters: str) -> None:
    """On a real keyboard."""
    for letter in letters.upper():
        QTest.keyClick(stand.window, Qt.Key(ord(letter)))


def test_before_anything_is_known_nothing_can_be_asked_for(stand: Stand) -> None:
    stand.host()
    stand.after(1)
    assert "One moment." in stand.words()
    assert not there(stand, "sendNow") and not there(stand, "joinWanted")


def test_a_kiosk_of_no_centre_is_well_and_may_join_one(stand: Stand, sender: Sender) -> None:
    assert sender.asked == []
    stand.host()
    stand.after(1)
    assert "This kiosk belongs to none, so everything stays here." in stand.words()
    assert there(stand, "joinWanted") and not there(stand, "sendNow")


def test_send_now_shows_that_it_is_under_way_and_what_came_of_it(stand: Stand, sender: Sender) -> None:
    sender.member = NORTH
    stand.host()
    assert not there(stand, "joinWanted")
    stand.finger.tap_object("sendNow")
    stand.after(1)
    assert "Sending…" in stand.words()
    stand.finger.tap_object("sendNow")
    assert sender.asked == ["send"]
    sender.under_way, sender.state = False, State(receipt=int(stand.wall() * 1000), sent=3)
    stand.after(1.25)
    assert "Sent" in stand.words()
    assert "The centre has everything up to" in said(stand)
    stand.finger.tap_object("sendNow")
    sender.under_way, sender.state = False, State(problem="The centre can’t be reached.")
    stand.after(1.25)
    assert {"Try again", "The centre can’t be reached."} <= set(stand.words())
    assert sender.asked == ["send", "send"]
    assert [verb for verb in stand.verbs() if verb == "host-send"] == ["host-send"] * 2


def test_what_came_of_it_is_not_told_to_whoever_opens_the_menu_next(stand: Stand, sender: Sender) -> None:
    sender.member = NORTH
    stand.host()
    stand.finger.tap_object("sendNow")
    sender.under_way = False
    stand.finger.tap_object("toVisitors")
    stand.host()
    assert "Send now" in stand.words()


def test_a_kiosk_that_its_centre_knows_no_more_may_join_with_a_new_code(stand: Stand, sender: Sender) -> None:
    sender.member, sender.state = NORTH, State(problem="Enrol it anew.", stuck=True)
    stand.host()
    stand.after(1)
    assert {"Enrol it anew.", "1 thing wants a look"} <= set(stand.words())
    assert "Join with a new code" in stand.words()
    # It won't pass by itself, however often it is tried.
    assert not there(stand, "sendNow")


def test_joining_by_touch_takes_the_it_pin_an_address_and_a_code(stand: Stand, sender: Sender) -> None:
    stand.host()
    stand.finger.tap_object("joinWanted")
    assert "Join a central store" in stand.words()
    stand.enter_pin(PINS["host"])
    assert stand.stage() is Stage.IT_PIN
    stand.enter_pin(PINS["it"])
    tap_keys(stand, "north.example")
    stand.finger.tap("Next: the code")
    tap_keys(stand, CODE)
    stand.finger.tap("Join")
    assert sender.asked == [("north.example", CODE)]
    assert not there(stand, "joinCode")
    assert there(stand, "sendNow")
    assert stand.rows()[-1] == ("host-join", '{"centre":"The north’s centre"}')
    assert not any("secret" in str(row) for row in stand.rows())


def test_what_went_wrong_is_one_sentence_and_what_was_typed_stays(stand: Stand, sender: Sender) -> None:
    sender.problem = "This code is not known here."
    to_sheet(stand)
    write(stand, "north.example")
    QTest.keyClick(stand.window, Qt.Key.Key_Return)
    write(stand, "kq7-wx 0 m3")
    QTest.keyClick(stand.window, Qt.Key.Key_Return)
    assert sender.asked == []
    write(stand, "m3p")
    QTest.keyClick(stand.window, Qt.Key.Key_Backspace)
    write(stand, "p")
    QTest.keyClick(stand.window, Qt.Key.Key_Return)
    assert sender.asked == [("north.example", "KQ7WXM3P")]
    assert {"This code is not known here.", "north.example", "KQ7W-XM3P"} <= set(stand.words())
    assert stand.verbs()[-1] == "host-open"
    stand.finger.tap_object("joinCancel")
    assert not there(stand, "joinCode")
    stand.finger.tap_object("joinWanted")
    stand.enter_pin(PINS["it"])
    assert "This code is not known here." not in stand.words()


def test_while_the_centre_is_asked_the_screen_goes_on_and_asks_but_once(make: Make) -> None:
    later = Later()
    stand = make(offload=later)
    sender = Sender()
    stand.desk.sending.sender = sender
    later.work()
    heard: list[Membership] = []
    stand.desk.sending.join("north.example\nKQ7WXM3P", heard.append)
    stand.desk.sending.join("north.example\nKQ7WXM3P", heard.append)
    assert stand.desk.sending.sheet()["joining"]
    later.work()
    assert (sender.asked, heard) == ([("north.example", CODE)], [NORTH])
    assert not stand.desk.sending.sheet()["joining"]


def test_an_answer_that_comes_when_the_menu_has_closed_opens_nothing(stand: Stand, sender: Sender) -> None:
    to_sheet(stand)
    stand.after(121)
    assert stand.stage() is Stage.CLOSED
    stand.desk._joined(NORTH)
    assert stand.stage() is Stage.CLOSED
    assert sender.asked == []


class Network(QObject):
    """Tells what can be reached, as Qt does."""

    reachabilityChanged = Signal(QNetworkInformation.Reachability)


@pytest.mark.usefixtures("qapp")
def test_a_network_that_comes_back_is_noticed_and_one_that_goes_is_not() -> None:
    there, back = QNetworkInformation.Reachability, list[int]()
    changes = Network()
    network.follow(changes, lambda: back.append(1))
    for reachability in (there.Disconnected, there.Unknown):
        changes.reachabilityChanged.emit(reachability)
    assert back == []
    for reachability in (there.Local, there.Site, there.Online):
        changes.reachabilityChanged.emit(reachability)
    assert len(back) == 3
