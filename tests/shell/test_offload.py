"""The one way off the GUI thread and the one way back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

from kiosk.shell.offload import Gate, Immediate, Threads


def test_the_immediate_one_is_done_when_it_returns() -> None:
    told: list[int] = []
    Immediate().run(lambda: 7, told.append)
    assert told == [7]


def test_work_is_done_on_another_thread_and_its_result_comes_back_on_this_one(qtbot: QtBot) -> None:
    threads = Threads()
    told: list[tuple[int, int]] = []
    threads.run(threading.get_ident, lambda ident: told.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    ((worked_on, delivered_on),) = told
    assert delivered_on == threading.get_ident() != worked_on
    threads.close()


def test_nothing_is_delivered_before_the_gui_thread_looks(qtbot: QtBot) -> None:
    threads, done, told = Threads(), threading.Event(), list[None]()
    threads.run(done.set, told.append)
    assert done.wait(5)
    assert told == []
    qtbot.waitUntil(lambda: told == [None])
    threads.close()


def test_a_bug_in_the_work_is_not_swallowed(qtbot: QtBot) -> None:
    threads = Threads()

    def broken() -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as caught:
        threads.run(broken, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    threads.close()


def test_closing_waits_for_what_is_under_way_and_delivers_nothing_afterwards(qtbot: QtBot) -> None:
    threads = Threads(ThreadPoolExecutor(1))
    begun, go_on, done = threading.Event(), threading.Event(), list[str]()

    def long() -> None:
        begun.set()
        go_on.wait(5)
        done.append("worked")

    threads.run(long, lambda _: done.append("delivered"))
    threads.run(lambda: done.append("never begun"), lambda _: None)
    assert begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    threads.close()
    assert done == ["worked"]
    qtbot.wait(20)
    assert done == ["worked"]


def test_a_gate_holds_work_back_in_order_until_it_is_opened() -> None:
    done: list[int] = []

    def work(number: int) -> Callable[[], None]:
        return lambda: done.append(number)

    gate = Gate(lambda job: job())
    gate(work(1))
    gate(work(2))
    assert done == []
    gate.open()
    gate(work(3))
    assert done == [1, 2, 3]
    gate.open()
    assert done == [1, 2, 3]


@pytest.mark.parametrize("opened", [False, True])
def test_work_that_is_handed_in_while_a_gate_opens_is_not_lost(opened: bool) -> None:
    done: list[str] = []
    gate = Gate(lambda job: job())

    def first() -> None:
        done.append("first")
        gate(lambda: done.append("second"))

    if opened:
        gate.open()
    gate(first)
    gate.open()
    assert done == ["first", "second"]
