"""The program as a process: its exit codes, its one sentence, and how it ends on a signal."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from commands.called import Said, places
from small_venue import write_venue
from store.store_stage import open_store, query, verbs

from kiosk.settings import Settings
from kiosk.store import Entry
from kiosk.store.database import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


def start(*words: str, program: tuple[str, ...] = ("-m", "kiosk"), **environment: str) -> subprocess.Popen[str]:
    apart = ("KIOSK_", "QT_", "WAYLAND", "DISPLAY")
    keep = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
    keep |= {"KIOSK_HUB_ADDRESS": "127.0.0.1", "KIOSK_HUB_PORT": "0"}
    return subprocess.Popen(
        [sys.executable, *program, *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**keep, **environment},
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> Said:
    try:
        out, err = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return Said(process.returncode, out, err)


def test_an_error_of_a_real_process_is_one_sentence_on_the_error_stream(venue: Settings) -> None:
    said = ended(start("check", "--content", str(venue.data / "nowhere")))
    assert said.out == "" and "--content" in said.sentence


def test_words_that_are_no_command_are_told_how_to_call_it() -> None:
    said = ended(start("dance"))
    assert said.code == 2 and "usage: kiosk" in said.err and "Traceback" not in said.err


@pytest.fixture
def drawn(tmp_path: Path) -> Settings:
    (tmp_path / "drawn").mkdir()
    return write_venue(tmp_path / "drawn", drawn=True)


def test_a_second_kiosk_on_the_same_data_folder_is_refused_before_a_window_comes_up(drawn: Settings) -> None:
    store = open_store(drawn.data)
    said = ended(start("run", *places(drawn), QT_QPA_PLATFORM="offscreen"))
    assert "Another kiosk is already using the data folder" in said.sentence and "--data" in said.sentence
    store.close()


@pytest.mark.parametrize("data", ["/proc/kiosk", "file", "file/data"])
def test_a_data_folder_that_cannot_be_written_is_one_sentence(drawn: Settings, tmp_path: Path, data: str) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    words = [*places(drawn), "--data", str(tmp_path / data)]
    assert "--data" in ended(start("run", *words, QT_QPA_PLATFORM="offscreen", SDL_AUDIODRIVER="dummy")).sentence


def test_recordings_that_cannot_be_opened_behind_the_first_screen_end_it_with_one_sentence(drawn: Settings) -> None:
    store = open_store(drawn.data)
    store.close()
    with closing(sqlite3.connect(drawn.data / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 999")
    said = ended(start("run", *places(drawn), QT_QPA_PLATFORM="offscreen", SDL_AUDIODRIVER="dummy"))
    assert "newer" in said.sentence


SIGNAL_FIRST = """\
import os, signal, sys
from PySide6.QtGui import QGuiApplication
from kiosk.cli import main
loop = QGuiApplication.exec
def signalled(*_):
    os.kill(os.getpid(), signal.{name})
    return loop()
QGuiApplication.exec = signalled
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_that_comes_just_before_the_loop_begins_ends_the_kiosk_in_order(drawn: Settings, name: str) -> None:
    code = SIGNAL_FIRST.format(name=name)
    process = start("run", *places(drawn), program=("-c", code), QT_QPA_PLATFORM="offscreen", SDL_AUDIODRIVER="dummy")
    said = ended(process)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("text", ["", "kind: [scenario\n"])
def test_a_preview_ends_in_order_on_a_signal_and_leaves_nothing_behind(drawn: Settings, text: str) -> None:
    file = drawn.content / "kitchen" / "activity.yaml"
    file.write_text(text + file.read_text("utf-8"), "utf-8")
    words = ("preview", "kitchen", *places(drawn))
    code = SIGNAL_FIRST.format(name="SIGTERM")
    said = ended(start(*words, program=("-c", code), QT_QPA_PLATFORM="offscreen", SDL_AUDIODRIVER="dummy"))
    assert (said.code, said.err) == (0, "")
    assert not drawn.data.exists()


def test_a_preview_of_what_is_no_activity_is_one_sentence(drawn: Settings) -> None:
    said = ended(start("preview", "nowhere", *places(drawn), QT_QPA_PLATFORM="offscreen"))
    assert "There is no activity in nowhere" in said.sentence


@pytest.fixture
def display() -> Iterator[str]:
    """An X display of this test's own."""
    if not shutil.which("Xvfb"):
        pytest.skip("there is no Xvfb on this machine to show a full-screen window on")
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    with open(ours, encoding="ascii") as told:  # noqa: PTH123 - a pipe
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def test_run_shows_the_kiosk_and_ends_cleanly_on_a_signal_with_everything_on_disk(
    drawn: Settings, display: str
) -> None:
    before = open_store(drawn.data)
    before.begin_visit("cut-short", "front")
    before.record(Entry("begin", "front", visit="cut-short"))
    before.flush()
    shutil.copytree(drawn.data, drawn.data.parent / "pulled")
    before.close()
    data = drawn.data.parent / "pulled"
    words = ["run", *places(drawn), "--data", str(data)]
    port = free_port()
    process = start(*words, DISPLAY=display, SDL_AUDIODRIVER="dummy", KIOSK_HUB_PORT=str(port))
    try:
        wait_for(lambda: answers(port), process)
        wait_for(lambda: verbs(data)[1:] == ["interrupted"], process)
        wait_for(lambda: query(data, "SELECT count(*) FROM kept WHERE key LIKE 'pin:%'") == [(2,)], process)
        process.send_signal(signal.SIGTERM)
    except BaseException:
        process.kill()
        process.communicate()
        raise
    said = ended(process)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("It is shown only now") == 2
    assert query(data, "SELECT id, how FROM visit") == [("cut-short", "interrupted")]
    assert verbs(data) == ["begin", "interrupted"]
    assert not list(data.glob(f"{FILE_NAME}-wal"))
    again = open_store(data)
    assert again.interrupted == ()
    again.close()


def test_without_a_display_the_kiosk_says_so_and_serves_its_ipads(venue: Settings) -> None:
    port = free_port()
    process = start("run", *places(venue), KIOSK_HUB_PORT=str(port))
    wait_for(lambda: answers(port), process)
    process.send_signal(signal.SIGTERM)
    said = ended(process)
    assert said.code == 0
    assert said.err == "kiosk: There is no display to show the kiosk on, so only iPads are served.\n"
    assert f"The iPads of The front room open http://127.0.0.1:{port}/" in said.out


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_the_hub_alone_serves_until_it_is_told_to_stop_and_keeps_what_it_took(venue: Settings, name: str) -> None:
    port = free_port()
    process = start("hub", *places(venue), "--port", str(port))
    wait_for(lambda: answers(port), process)
    ipad, visit = "ab" * 16, "0197c0de-0000-7000-8000-000000000001"
    item = {"n": 1, "time": 1, "what": "begin", "visit": visit}
    told = {"ipad": ipad, "sent": 1, "first": 1, "about": {}, "items": [item]}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as wire:
        wire.request("POST", "/intake", json.dumps(told))
        assert json.loads(wire.getresponse().read()) == {"held": 1}
    process.send_signal(getattr(signal, name))
    said = ended(process)
    assert (said.code, said.err) == (0, "")
    assert query(venue.data, "SELECT id, face, zone, how FROM visit") == [(visit, "ipad", "front", None)]


def test_a_port_that_is_taken_ends_the_hub_alone_in_one_sentence(venue: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = ended(start("hub", *places(venue), "--port", str(taken.getsockname()[1])))
    assert "The hub can't listen on 127.0.0.1" in said.sentence and "KIOSK_HUB_PORT" in said.sentence


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def answers(port: int) -> bool:
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as wire:
            wire.request("GET", "/")
            return wire.getresponse().status == 200
    except OSError:
        return False


def wait_for(there: Any, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    while not there():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "it never came"
        time.sleep(0.1)
