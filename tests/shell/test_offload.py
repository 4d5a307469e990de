"""Work leaves the GUI thread and its result comes back to it; what must wait does so in order."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from kiosk.shell.offload import Gate, Threads

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_result_comes_back_on_the_thread_that_asked(qtbot: QtBot) -> None:
    threads = Threads()
    got: list[tuple[int, int]] = []
    threads.run(threading.get_ident, lambda there: got.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    threads.close()
    assert got[0][0] != threading.get_ident() == got[0][1]


def test_a_result_never_comes_before_the_asking_has_returned(qtbot: QtBot) -> None:
    threads = Threads(ThreadPoolExecutor(1))
    got: list[str] = []
    for name in ("one", "two"):
        threads.run(partial(str, name), got.append)
    threads._executor.shutdown(wait=True)
    assert got == []
    qtbot.waitUntil(lambda: got == ["one", "two"])
    threads.close()


def test_nothing_comes_back_after_closing(qtbot: QtBot) -> None:
    threads = Threads()
    got: list[int] = []
    threads.run(lambda: 1, got.append)
    threads.close()
    qtbot.wait(1)
    assert got == []


def test_what_waits_at_a_gate_goes_on_in_order_when_it_opens_and_then_at_once() -> None:
    went: list[int] = []
    gate = Gate(lambda work: work())
    for number in (1, 2):
        gate(partial(went.append, number))
    assert went == []
    gate.open()
    gate(lambda: went.append(3))
    assert went == [1, 2, 3]
