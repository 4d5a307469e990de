"""The commands as a person calls them: what they print, their exit code, one sentence for each thing that is wrong."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from small_venue import replace_in, write_activity, write_venue
from store.store_stage import open_store, query, verbs

from kiosk.cli import main
from kiosk.commands import needs
from kiosk.commands.touring import _size
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store import Entry
from kiosk.store.database import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


@pytest.fixture
def recorded(venue: Settings) -> Settings:
    """A data folder with one visit in it."""
    store = open_store(venue.data)
    store.begin_visit("v1", "front")
    for verb in ("begin", "enter", "end"):
        store.record(Entry(verb, "front", detail={"action": '=cmd|"calc"'}, visit="v1"))
    store.end_visit("v1", "finished")
    store.close()
    return venue


def places(settings: Settings) -> list[str]:
    return ["--data", str(settings.data), "--content", str(settings.content), "--zones", str(settings.zones)]


class Said:
    """What a command came to."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def sentence(self) -> str:
        """The one line of an error."""
        assert self.code not in (0, None), self.out
        assert self.err.startswith("kiosk: ") and self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err and "Error" not in self.err
        return self.err.removeprefix("kiosk: ").strip()


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(words)
        return Said(code, *capsys.readouterr())

    return run


# check


def test_check_lists_every_fault_and_its_exit_code_says_whether_something_must_be_mended(
    kiosk: Any, venue: Settings
) -> None:
    sound = kiosk("check", *places(venue))
    assert (sound.code, sound.out) == (0, "Small venue: no faults.\n")
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    replace_in(venue.content / "porch" / "activity.yaml", "goto: better,", "goto: fine,")
    replace_in(venue.zones, "[before, after,", "[before, nowhere, after,")
    wrong = kiosk("check", *places(venue))
    lines = wrong.out.splitlines()
    assert wrong.code == 1
    assert lines[-1] == "Small venue: 2 to mend, 1 to look at."
    assert [line.split(":")[0] for line in lines[:-1]] == ["porch/activity.yaml", "walk/activity.yaml", "zones.yaml"]
    assert lines[0].endswith("(warning)")


def test_warnings_alone_are_no_error(kiosk: Any, venue: Settings) -> None:
    replace_in(venue.content / "porch" / "activity.yaml", "goto: better,", "goto: fine,")
    assert kiosk("check", *places(venue)).code == 0


def test_check_of_one_folder_needs_nothing_else(kiosk: Any, tmp_path: Path) -> None:
    folder = write_activity(tmp_path, "wall", "The wall", "kind: pledge_wall\n")
    said = kiosk("check", str(folder))
    assert said.code == 1 and "wall/activity.yaml" in said.out and "`heading` is missing" in said.out


def test_check_for_programs_is_json(kiosk: Any, venue: Settings) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    told = json.loads(kiosk("check", "--json", *places(venue)).out)
    assert told["errors"] == 1
    assert {"file", "line", "what", "do", "severity"} <= set(told["faults"][0])


def test_a_line_number_stays_a_number_on_the_terminal(kiosk: Any, venue: Settings) -> None:
    path = venue.content / "walk" / "activity.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, *["#"] * (99 - len(lines)), "haeding: A walk"]), encoding="utf-8")
    assert "walk/activity.yaml:100: " in kiosk("check", *places(venue)).out


def test_check_leaves_the_data_folder_alone(kiosk: Any, venue: Settings) -> None:
    kiosk("check", *places(venue))
    assert not venue.data.exists()


# What is not there


@pytest.mark.parametrize("command", [["check"], ["tour", "--out", "out"], ["selftest"], ["run"]])
@pytest.mark.parametrize(
    ("option", "words"), [("--content", "There is no content folder at"), ("--zones", "There is no")]
)
def test_content_or_zones_that_are_not_there_are_named_with_their_option(
    kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch, command: list[str], option: str, words: str
) -> None:
    monkeypatch.setattr(needs, "missing_packages", lambda *_: [])
    sentence = kiosk(*command, *places(venue), option, str(venue.data / "nowhere")).sentence
    assert sentence.startswith(words) and option in sentence


@pytest.mark.parametrize("command", [["tour", "--out", "out"], ["run"]])
def test_a_zone_that_is_not_there_is_told_the_zones_there_are(kiosk: Any, venue: Settings, command: list[str]) -> None:
    sentence = kiosk(*command, "--zone", "attic", *places(venue)).sentence
    assert sentence == "There is no zone `attic` in zones.yaml: use one of front, back."


@pytest.mark.parametrize("size", ["1920", "1920x", "axb", "99999x10", "1920x1080x2", "-1x-1"])
def test_a_size_that_is_none_is_told_how_to_write_one(kiosk: Any, venue: Settings, size: str) -> None:
    assert "write it like 1920x1080" in kiosk("tour", "--out", "out", f"--size={size}", *places(venue)).sentence
    with pytest.raises(KnownError):
        _size(size)


@pytest.mark.parametrize("command", [["check", "nowhere"], ["graph", "nowhere", "--out", "a.svg"]])
def test_a_folder_or_activity_that_is_not_there_is_a_sentence(kiosk: Any, venue: Settings, command: list[str]) -> None:
    assert "There is no" in kiosk(*command, *places(venue)).sentence


# status and export


def test_status_for_programs_has_its_keys(kiosk: Any, recorded: Settings) -> None:
    said = kiosk("status", "--json", *places(recorded))
    told = json.loads(said.out)
    assert {"log", "last_seq", "interactions", "visits", "unsent", "schema", "content"} <= set(told)
    assert (said.code, told["last_seq"], told["interactions"], told["visits"], told["unsent"]) == (0, 3, 3, 1, 3)
    assert len(told["content"]) == 12 and len(told["log"]) > 20


def test_status_for_people_says_the_same(kiosk: Any, recorded: Settings) -> None:
    said = kiosk("status", *places(recorded))
    assert said.code == 0 and "Interactions" in said.out and "3" in said.out


def test_status_without_usable_content_still_tells_of_the_recordings(kiosk: Any, recorded: Settings) -> None:
    shutil.rmtree(recorded.content)
    told = json.loads(kiosk("status", "--json", *places(recorded)).out)
    assert (told["interactions"], told["content"]) == (3, "")


def test_status_works_beside_a_running_kiosk(kiosk: Any, recorded: Settings) -> None:
    store = open_store(recorded.data)
    store.record(Entry("begin", "front"))
    store.flush()
    assert json.loads(kiosk("status", "--json", *places(recorded)).out)["interactions"] == 4
    store.close()


@pytest.mark.parametrize("command", [["status"], ["status", "--json"], ["export", "--out", "all.csv"]])
def test_where_nothing_was_recorded_it_says_so_and_makes_no_folder(
    kiosk: Any, venue: Settings, command: list[str]
) -> None:
    assert "--data" in kiosk(*command, *places(venue)).sentence
    assert not venue.data.exists()


def test_export_writes_every_interaction_and_makes_formulas_inert(
    kiosk: Any, recorded: Settings, tmp_path: Path
) -> None:
    out = tmp_path / "all.csv"
    said = kiosk("export", "--format", "csv", "--out", str(out), *places(recorded))
    assert (said.code, said.out) == (0, f"3 interactions are in {out}\n")
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4 and ",=" not in out.read_text(encoding="utf-8-sig")
    out = tmp_path / "all.jsonl"
    assert kiosk("export", "--format", "jsonl", "--out", str(out), *places(recorded)).code == 0
    assert [json.loads(line)["verb"] for line in out.read_text(encoding="utf-8").splitlines()] == [
        "begin",
        "enter",
        "end",
    ]


def test_an_export_to_a_folder_that_is_not_there_is_a_sentence(kiosk: Any, recorded: Settings, tmp_path: Path) -> None:
    sentence = kiosk("export", "--out", str(tmp_path / "no" / "all.csv"), *places(recorded)).sentence
    assert "cannot be written" in sentence and "--out" in sentence


@pytest.mark.parametrize("command", [["status"], ["export", "--out", "all.csv"]])
def test_a_corrupt_database_is_a_sentence_and_stays_as_it_is(
    kiosk: Any, recorded: Settings, command: list[str]
) -> None:
    file = recorded.data / FILE_NAME
    file.write_bytes(b"This is no database." * 500)
    assert "are damaged" in kiosk(*command, *places(recorded)).sentence
    assert file.read_bytes() == b"This is no database." * 500


@pytest.mark.parametrize("command", [["status"], ["export", "--out", "all.csv"], ["host", "set-pin"]])
def test_a_newer_database_is_refused_and_not_touched(kiosk: Any, recorded: Settings, command: list[str]) -> None:
    with closing(sqlite3.connect(recorded.data / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = (recorded.data / FILE_NAME).read_bytes()
    assert "newer" in kiosk(*command, *places(recorded)).sentence
    assert (recorded.data / FILE_NAME).read_bytes() == before


# host set-pin


def test_a_pin_is_changed_from_standard_input_and_never_printed(
    kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_in(monkeypatch, "480517\n")
    said = kiosk("host", "set-pin", *places(venue))
    assert (said.code, said.out) == (0, "The PIN is changed.\n")
    (kept,) = query(venue.data, "SELECT value FROM kept WHERE key = 'pin:host'")
    assert "argon2id" in kept[0] and "480517" not in kept[0]


@pytest.mark.parametrize("pin", ["", "1234", "abcdef", "123456", "111111"])
def test_a_pin_that_is_none_or_easily_guessed_is_refused(
    kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch, pin: str
) -> None:
    said_in(monkeypatch, pin + "\n")
    sentence = kiosk("host", "set-pin", *places(venue)).sentence
    assert not pin or pin not in sentence
    assert query(venue.data, "SELECT * FROM kept WHERE key LIKE 'pin:%'") == []


def test_a_pin_is_not_changed_under_a_running_kiosk(
    kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(venue.data)
    said_in(monkeypatch, "480517\n")
    assert "Another kiosk" in kiosk("host", "set-pin", *places(venue)).sentence
    store.close()


def said_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    class Input:
        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            return text

    monkeypatch.setattr(sys, "stdin", Input())


# graph, new


def test_a_graph_is_an_svg_of_every_screen(kiosk: Any, venue: Settings, tmp_path: Path) -> None:
    out = tmp_path / "kitchen.svg"
    assert kiosk("graph", "kitchen", "--out", str(out), *places(venue)).code == 0
    assert out.read_text(encoding="utf-8").startswith(("<svg", "<?xml"))
    assert ".svg" in kiosk("graph", "kitchen", "--out", str(tmp_path / "a.png"), *places(venue)).sentence
    assert "--out" in kiosk("graph", "kitchen", "--out", str(tmp_path / "no" / "a.svg"), *places(venue)).sentence


def test_a_new_folder_is_valid_and_never_written_over(kiosk: Any, venue: Settings) -> None:
    assert kiosk("new", "pledge_wall", "my-wall", *places(venue)).code == 0
    assert kiosk("check", "my-wall", *places(venue)).code == 0
    before = (venue.content / "my-wall" / "activity.yaml").read_bytes()
    assert kiosk("new", "pledge_wall", "my-wall", *places(venue)).sentence
    assert kiosk("new", "puppet_show", "other", *places(venue)).sentence
    assert kiosk("new", "pledge_wall", "No Name!", *places(venue)).sentence
    assert (venue.content / "my-wall" / "activity.yaml").read_bytes() == before


# tour


def test_a_tour_cannot_be_written_over_a_file(kiosk: Any, tmp_path: Path) -> None:
    (tmp_path / "drawn").mkdir()
    drawn = write_venue(tmp_path / "drawn", drawn=True)
    (tmp_path / "file").write_text("", encoding="utf-8")
    words = ["tour", "--out", str(tmp_path / "file"), "--zone", "back", "--size", "640x360", *places(drawn)]
    assert "--out" in kiosk(*words).sentence


# What the machine lacks


@pytest.mark.parametrize("command", [["tour", "--out", "out"], ["selftest"], ["run"]])
def test_a_missing_system_library_names_its_package(
    kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "missing_packages", lambda *_: ["libegl1"])
    assert "sudo apt install libegl1" in kiosk(*command, *places(venue)).sentence


def test_without_a_display_run_names_the_tour(kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    sentence = kiosk("run", *places(venue)).sentence
    assert "no display" in sentence and "kiosk tour --out DIR" in sentence


def test_a_setting_that_cannot_be_is_one_sentence(kiosk: Any, venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_COUNTDOWN", "5")
    assert kiosk("check", *places(venue)).sentence == "KIOSK_COUNTDOWN is 5 seconds: set it to 20 to 3600."


# The program as a process


def start(*words: str, **environment: str) -> subprocess.Popen[str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("KIOSK_", "QT_", "WAYLAND"))}
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
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
    process = start(*words, DISPLAY=display, SDL_AUDIODRIVER="dummy")
    try:
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


def wait_for(there: Any, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    while not there():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "it never came"
        time.sleep(0.1)
