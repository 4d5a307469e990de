from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.host import menu, pages
from kiosk.host.menu import Check, Digits, HostAction, Menu, Stage, Step, Timing, Verb
from kiosk.host.pages import Page
from kiosk.host.pin import Outcome

PIN = "480517"
TIMING = Timing(idle=120, pad=45)
FREE = Outcome(False, "", 0, 5)
LOCKED = Outcome(False, "Too many tries. Wait 30 seconds.", 30, 0, reason="Too many tries.")
RIGHT = Outcome(True, "That is right.", 0, 5, counted=True)
WRONG = Outcome(False, "That PIN is not right. 4 tries left.", 0, 4, counted=True)
FIFTH = Outcome(
    False,
    "That PIN is not right. Too many tries. Wait 30 seconds.",
    30,
    0,
    counted=True,
    reason="Too many tries.",
)


def typed(state: Menu, pin: str = PIN, now: float = 10.0) -> tuple[Menu, Check]:
    for digit in pin:
        step = menu.press(state, digit, now)
        state = step.state
    assert step.check is not None
    return state, step.check


def pad(now: float = 0.0) -> Menu:
    return menu.knock(Menu(), now, FREE).state


def opened(now: float = 10.0) -> Menu:
    state, check = typed(pad(), now=now)
    return menu.checked(state, check, RIGHT, now).state


def it_pad(now: float = 10.0) -> Menu:
    return menu.ask_it(opened(now), now, FREE, "leave").state


def test_the_hidden_way_in_brings_up_the_pad_and_records_nothing() -> None:
    step = menu.knock(Menu(), 5, FREE)
    assert (step.state.stage, step.actions) == (Stage.PIN, ())
    assert menu.sentence(step.state, 5) == "Enter your 6-digit PIN"


@pytest.mark.parametrize("state", [pad(), opened(), it_pad()])
def test_knocking_again_changes_nothing(state: Menu) -> None:
    assert menu.knock(state, 99, LOCKED) == Step(state)


def test_the_sixth_digit_asks_for_a_check_and_no_digit_after_it_counts() -> None:
    state, check = typed(pad())
    assert (check.name, check.digits.reveal()) == ("host", PIN)
    assert menu.sentence(state, 10) == "One moment."
    again = menu.press(state, "7", 11)
    assert (again.check, len(again.state.digits)) == (None, 6)


def test_back_takes_one_digit_away_and_other_keys_nothing() -> None:
    state = menu.press(menu.press(pad(), "4", 1).state, "8", 1).state
    assert len(state.digits) == 2
    assert menu.press(state, "back", 1).state.digits.reveal() == "4"
    assert menu.press(pad(), "back", 1).state.digits.reveal() == ""
    for key in ("x", "", "12", "٣", "０"):
        assert len(menu.press(state, key, 1).state.digits) == 2


def test_the_right_pin_opens_the_menu_and_that_is_recorded() -> None:
    state, check = typed(pad())
    step = menu.checked(state, check, RIGHT, 11)
    assert (step.state.stage, step.state.page, len(step.state.digits)) == (Stage.OPEN, Page.SCENARIO, 0)
    assert step.actions == (HostAction("host-open"),)


def test_a_wrong_pin_says_so_in_words_empties_the_dots_and_is_recorded() -> None:
    state, check = typed(pad())
    step = menu.checked(state, check, WRONG, 11)
    assert (step.state.stage, len(step.state.digits)) == (Stage.PIN, 0)
    assert menu.sentence(step.state, 11) == WRONG.sentence
    assert step.actions == (HostAction("host-wrong-pin", {"which": "host", "wait": 0}),)
    assert menu.sentence(menu.press(step.state, "4", 12).state, 12) == "Enter your 6-digit PIN"


def test_a_locked_pad_counts_down_takes_no_digits_and_then_does() -> None:
    state, check = typed(pad())
    locked = menu.checked(state, check, FIFTH, 100)
    assert locked.actions == (HostAction("host-wrong-pin", {"which": "host", "wait": 30}),)
    assert menu.sentence(locked.state, 100.5) == "Too many tries. Wait 30 seconds."
    assert menu.sentence(locked.state, 129) == "Too many tries. Wait 1 second."
    assert len(menu.press(locked.state, "4", 129.9).state.digits) == 0
    assert menu.press(locked.state, "cancel", 129).state.stage is Stage.CLOSED
    assert len(menu.press(locked.state, "4", 130).state.digits) == 1
    assert menu.sentence(locked.state, 130) == "Enter your 6-digit PIN"


def test_a_pad_that_comes_up_during_a_lock_is_locked() -> None:
    state = menu.knock(Menu(), 100, LOCKED).state
    assert menu.locked_seconds(state, 110) == 20
    assert len(menu.press(state, "4", 110).state.digits) == 0


def test_a_try_that_was_not_compared_is_not_recorded() -> None:
    state, check = typed(pad())
    assert menu.checked(state, check, LOCKED, 11).actions == ()


def test_an_answer_after_the_pad_was_closed_opens_nothing_but_a_wrong_try_is_recorded() -> None:
    state, check = typed(pad())
    gone = menu.press(state, "cancel", 11).state
    assert menu.checked(gone, check, RIGHT, 12) == Step(gone)
    late = menu.checked(gone, check, WRONG, 12)
    assert (late.state, [action.verb for action in late.actions]) == (gone, ["host-wrong-pin"])


def test_a_late_answer_is_not_taken_for_that_of_the_next_pin() -> None:
    state, first = typed(pad())
    gone = menu.press(state, "cancel", 11).state
    state, second = typed(menu.knock(gone, 12, FREE).state, "000000", now=13)
    assert menu.checked(state, first, RIGHT, 14).state == state
    assert menu.checked(state, second, RIGHT, 14).state.stage is Stage.OPEN


def test_the_same_answer_twice_opens_once() -> None:
    state, check = typed(pad())
    step = menu.checked(state, check, RIGHT, 11)
    assert menu.checked(step.state, check, RIGHT, 11) == Step(step.state)


def test_leaving_the_kiosk_takes_the_it_pin() -> None:
    state = it_pad()
    assert menu.sentence(state, 10) == "Enter the IT 6-digit PIN"
    state, check = typed(state)
    assert check.name == "it"
    wrong = menu.checked(state, check, WRONG, 11)
    assert wrong.state.stage is Stage.IT_PIN
    assert wrong.actions == (HostAction("host-wrong-pin", {"which": "it", "wait": 0}),)
    step = menu.checked(state, check, RIGHT, 11)
    assert (step.state.stage, step.actions) == (Stage.CLOSED, (HostAction("host-leave"),))


def test_a_host_check_that_answers_late_does_not_leave_the_kiosk() -> None:
    state, host_check = typed(pad())
    state = menu.checked(state, host_check, RIGHT, 11).state
    waiting, _ = typed(menu.ask_it(state, 12, FREE, "leave").state)
    assert menu.checked(waiting, host_check, RIGHT, 13).state == waiting


def test_cancelling_the_it_pad_goes_back_to_the_page_one_was_on() -> None:
    state = menu.ask_it(menu.go(opened(), Page.LEAVE, 11).state, 12, FREE, "leave").state
    step = menu.press(state, "cancel", 13)
    assert (step.state.stage, step.state.page, step.actions) == (Stage.OPEN, Page.LEAVE, ())


def test_to_join_a_centre_takes_the_it_pin_which_then_leaves_nothing() -> None:
    pad = menu.ask_it(menu.go(opened(), Page.SOUND, 11).state, 12, FREE, "join").state
    state, check = typed(pad, now=12)
    assert check.name == "it"
    wrong = menu.checked(state, check, WRONG, 13).state
    assert (wrong.stage, wrong.joining) == (Stage.IT_PIN, False)
    state, check = typed(wrong, now=14)
    step = menu.checked(state, check, RIGHT, 15)
    assert (step.state.stage, step.state.page, step.state.joining, step.actions) == (
        Stage.OPEN, Page.SOUND, True, (),
    )  # fmt: skip


def test_what_was_joined_is_recorded_and_another_time_takes_the_it_pin_again() -> None:
    state, check = typed(menu.ask_it(opened(), 12, FREE, "join").state, now=12)
    state = menu.checked(state, check, RIGHT, 13).state
    step = menu.joined(state, "North", 14)
    assert (step.state.joining, step.actions) == (False, (HostAction("host-join", {"centre": "North"}),))
    assert not menu.stop_joining(state, 14).state.joining
    state, check = typed(menu.ask_it(step.state, 15, FREE, "leave").state, now=15)
    assert menu.checked(state, check, RIGHT, 16).actions == (HostAction("host-leave"),)


def test_the_open_menu_closes_itself_after_two_minutes_untouched() -> None:
    state = opened(now=10)
    assert menu.tick(state, 129.9, TIMING) == Step(state)
    step = menu.tick(state, 130, TIMING)
    assert (step.state.stage, step.actions) == (Stage.CLOSED, (HostAction("host-close", {"how": "idle"}),))


def test_any_touch_keeps_the_menu_open() -> None:
    state = menu.touch(opened(now=10), 100).state
    assert menu.tick(state, 219, TIMING).state.stage is Stage.OPEN
    state = menu.volume(state, 50, 200).state
    assert menu.tick(state, 319, TIMING).state.stage is Stage.OPEN
    state = menu.go(state, Page.SOUND, 300).state
    assert menu.tick(state, 419, TIMING).state.stage is Stage.OPEN


def test_it_shows_how_long_it_stays_open() -> None:
    state = opened(now=10)
    assert menu.countdown(menu.seconds_left(state, 28, TIMING)) == "1:42"
    assert menu.countdown(menu.seconds_left(state, 129.5, TIMING)) == "0:01"
    assert menu.seconds_left(state, 500, TIMING) == 0
    assert menu.seconds_left(Menu(), 0, TIMING) == 0


def test_a_pad_left_alone_goes_away_without_a_record() -> None:
    assert menu.tick(pad(now=0), 44, TIMING).state.stage is Stage.PIN
    assert menu.tick(pad(now=0), 45, TIMING) == Step(Menu())


def test_the_it_pad_left_alone_closes_the_menu() -> None:
    step = menu.tick(it_pad(now=10), 55, TIMING)
    assert (step.state.stage, step.actions) == (Stage.CLOSED, (HostAction("host-close", {"how": "idle"}),))


def test_closing_is_recorded_once() -> None:
    step = menu.close(opened())
    assert (step.state.stage, step.actions) == (Stage.CLOSED, (HostAction("host-close", {"how": "host"}),))
    assert menu.close(step.state).actions == ()


DOINGS: list[tuple[Callable[[Menu], Step], HostAction]] = [
    (
        lambda state: menu.switch(state, "doreen", "after-visit", 20),
        HostAction("host-switch", {"scenario": "doreen", "when": "after-visit"}),
    ),
    (lambda state: menu.start_again(state, 20), HostAction("host-start-again")),
    (lambda state: menu.volume(state, 62, 20), HostAction("host-volume", {"volume": 62})),
    (lambda state: menu.volume(state, 140, 20), HostAction("host-volume", {"volume": 100})),
    (lambda state: menu.volume(state, -3, 20), HostAction("host-volume", {"volume": 0})),
    (lambda state: menu.sound_test(state, 20), HostAction("host-sound-test")),
    (lambda state: menu.pause(state, 20), HostAction("host-pause")),
    (lambda state: menu.resume(state, 20), HostAction("host-resume")),
    (lambda state: menu.restart(state, 20), HostAction("host-restart")),
    (lambda state: menu.approve(state, "n1", 20), HostAction("host-approve", {"note": "n1"})),
    (lambda state: menu.decline(state, "n1", 20), HostAction("host-decline", {"note": "n1"})),
]


@pytest.mark.parametrize(("do", "action"), DOINGS)
def test_what_a_host_does_is_recorded(do: Callable[[Menu], Step], action: HostAction) -> None:
    step = do(opened(now=10))
    assert (step.actions, step.state.stage, step.state.touched) == ((action,), Stage.OPEN, 20)


@pytest.mark.parametrize(("do", "action"), DOINGS)
@pytest.mark.parametrize("state", [Menu(), pad(), it_pad()])
def test_nothing_can_be_done_before_the_menu_is_open(
    state: Menu, do: Callable[[Menu], Step], action: HostAction
) -> None:
    assert do(state) == Step(state), action


@pytest.mark.parametrize("state", [Menu(), pad(), it_pad()])
def test_no_page_can_be_gone_to_before_the_menu_is_open(state: Menu) -> None:
    assert menu.go(state, Page.NOTES, 20) == Step(state)
    assert menu.ask_it(state, 20, FREE, "leave") == Step(state)


def test_a_closed_menu_lies_over_nothing_and_takes_nothing() -> None:
    assert not menu.covers(Menu())
    assert all(menu.covers(state) for state in (pad(), opened(), it_pad()))
    assert menu.press(Menu(), "4", 5) == menu.touch(Menu(), 5) == menu.tick(Menu(), 999, TIMING) == Step(Menu())


EVENTS = st.one_of(
    st.tuples(st.just("press"), st.sampled_from([*"0123456789", "back", "cancel"])),
    st.tuples(st.just("pin"), st.just("")),
    st.tuples(st.just("answer"), st.sampled_from([RIGHT, WRONG, FIFTH, LOCKED])),
    st.tuples(st.sampled_from(["knock", "leave", "join", "close", "tick", "pause", "switch"]), st.just("")),
)


@given(st.lists(EVENTS, max_size=60))
def test_whatever_happens_the_menu_opens_only_on_a_right_answer_and_shows_no_pin(
    events: list[tuple[str, str | Outcome]],
) -> None:
    state, checks, now = Menu(), list[Check](), 0.0
    for kind, what in events:
        now += 7
        steps: list[Step] = []
        before = state
        if kind == "pin":
            for digit in PIN:
                steps.append(menu.press(state, digit, now))
                state = steps[-1].state
        elif kind == "press":
            steps.append(menu.press(state, str(what), now))
        elif kind == "answer" and checks and isinstance(what, Outcome):
            steps.append(menu.checked(state, checks[-1], what, now))
        elif kind == "knock":
            steps.append(menu.knock(state, now, FREE))
        elif kind in ("leave", "join"):
            steps.append(menu.ask_it(state, now, FREE, "join" if kind == "join" else "leave"))
        elif kind == "close":
            steps.append(menu.close(state))
        elif kind == "tick":
            steps.append(menu.tick(state, now, TIMING))
        elif kind == "pause":
            steps.append(menu.pause(state, now))
        elif kind == "switch":
            steps.append(menu.switch(state, "doreen", "now", now))
        for step in steps:
            state = step.state
            checks += [step.check] if step.check else []
            assert PIN not in repr(step)
            assert all(action.verb in get_args(Verb) for action in step.actions)
            if any(action.verb not in ("host-wrong-pin", "host-open") for action in step.actions):
                assert before.stage in (Stage.OPEN, Stage.IT_PIN)
        if state.stage is Stage.OPEN and before.stage in (Stage.CLOSED, Stage.PIN):
            assert (kind, what) == ("answer", RIGHT)
        if state.joining and not before.joining:
            assert (kind, what, before.stage) == ("answer", RIGHT, Stage.IT_PIN)


def test_digits_cannot_be_read_by_printing_logging_or_encoding(caplog: pytest.LogCaptureFixture) -> None:
    state, check = typed(pad())
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("kiosk").warning("%s %r %s", state, check, Digits(PIN))
    shown = " ".join([caplog.text, repr(state), str(check), f"{check.digits}", repr(Step(state, check=check))])
    assert "<6 of 6 digits>" in shown and PIN not in shown
    for secret in (state, check):
        with pytest.raises(TypeError):
            msgspec.json.encode(secret)


def test_the_pages_there_are() -> None:
    tabs = pages.tabs(scenarios=3, notes=2, faults=1, paused=False, ipads=True)
    assert [tab.page for tab in tabs] == list(Page)
    assert {tab.page: tab.count for tab in tabs if tab.count} == {Page.NOTES: 2, Page.FAULTS: 1}
    few = [tab.page for tab in pages.tabs(scenarios=0, notes=0, faults=0, paused=False)]
    assert not {Page.SCENARIO, Page.IPADS} & set(few)


def test_the_pause_page_says_what_it_would_do() -> None:
    labels = [
        next(tab.label for tab in pages.tabs(scenarios=1, notes=0, faults=0, paused=paused) if tab.page is Page.PAUSE)
        for paused in (False, True)
    ]
    assert labels == ["Pause", "Open again"]


def test_every_tab_has_an_icon_that_ships() -> None:
    icons = Path(__file__).parents[2] / "content" / "icons"
    for paused in (False, True):
        for tab in pages.tabs(scenarios=1, notes=0, faults=0, paused=paused):
            assert (icons / f"{tab.icon}.svg").is_file(), tab
