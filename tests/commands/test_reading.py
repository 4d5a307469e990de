"""`kiosk status` and `kiosk export`: what was recorded, for people and for programs."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from commands.called import Call, places
from store.store_stage import open_store

from kiosk.app import open_library
from kiosk.content.library import COMPILED
from kiosk.settings import Settings
from kiosk.store import Entry
from kiosk.store.database import FILE_NAME


def test_status_for_programs_has_its_keys(kiosk: Call, recorded: Settings) -> None:
    said = kiosk("status", "--json", *places(recorded))
    told = json.loads(said.out)
    assert {"log", "last_seq", "interactions", "visits", "unsent", "schema", "content"} <= set(told)
    assert (said.code, told["last_seq"], told["interactions"], told["visits"], told["unsent"]) == (0, 3, 3, 1, 3)
    assert len(told["log"]) > 20


def test_status_for_people_says_the_same(kiosk: Call, recorded: Settings) -> None:
    said = kiosk("status", *places(recorded))
    assert said.code == 0 and "Interactions" in said.out and "3" in said.out


def test_status_names_the_content_that_the_kiosk_last_started_with_and_reads_no_content_for_it(
    kiosk: Call, recorded: Settings
) -> None:
    release = open_library(recorded).release
    shutil.rmtree(recorded.content)
    told = json.loads(kiosk("status", "--json", *places(recorded)).out)
    assert (told["interactions"], told["content"]) == (3, release)


def test_status_without_a_compiled_form_names_the_content_that_was_last_recorded(
    kiosk: Call, recorded: Settings
) -> None:
    later = open_store(recorded.data, release="r2")
    later.record(Entry("begin", "front"))
    later.close()
    assert json.loads(kiosk("status", "--json", *places(recorded)).out)["content"] == "r2"
    (recorded.data / COMPILED).mkdir()
    (recorded.data / COMPILED / "library.json").write_bytes(b"spoiled")
    assert json.loads(kiosk("status", "--json", *places(recorded)).out)["content"] == "r2"


def test_status_of_a_kiosk_that_never_showed_anything_says_that_its_content_is_not_known(
    kiosk: Call, venue: Settings
) -> None:
    open_store(venue.data).close()
    assert json.loads(kiosk("status", "--json", *places(venue)).out)["content"] == ""
    assert "not known yet" in kiosk("status", *places(venue)).out


def test_status_works_beside_a_running_kiosk(kiosk: Call, recorded: Settings) -> None:
    store = open_store(recorded.data)
    store.record(Entry("begin", "front"))
    store.flush()
    assert json.loads(kiosk("status", "--json", *places(recorded)).out)["interactions"] == 4
    store.close()


@pytest.mark.parametrize("command", [["status"], ["status", "--json"], ["export", "--out", "all.csv"]])
def test_where_nothing_was_recorded_it_says_so_and_makes_no_folder(
    kiosk: Call, venue: Settings, command: list[str]
) -> None:
    assert "--data" in kiosk(*command, *places(venue)).sentence
    assert not venue.data.exists()


def test_export_writes_every_interaction_and_makes_formulas_inert(
    kiosk: Call, recorded: Settings, tmp_path: Path
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


def test_an_export_to_a_folder_that_is_not_there_is_a_sentence(kiosk: Call, recorded: Settings, tmp_path: Path) -> None:
    sentence = kiosk("export", "--out", str(tmp_path / "no" / "all.csv"), *places(recorded)).sentence
    assert "cannot be written" in sentence and "--out" in sentence


@pytest.mark.parametrize("command", [["status"], ["export", "--out", "all.csv"]])
def test_a_corrupt_database_is_a_sentence_and_stays_as_it_is(
    kiosk: Call, recorded: Settings, command: list[str]
) -> None:
    file = recorded.data / FILE_NAME
    file.write_bytes(b"This is no database." * 500)
    assert "are damaged" in kiosk(*command, *places(recorded)).sentence
    assert file.read_bytes() == b"This is no database." * 500


@pytest.mark.parametrize("command", [["status"], ["export", "--out", "all.csv"], ["host", "set-pin"]])
def test_a_newer_database_is_refused_and_not_touched(kiosk: Call, recorded: Settings, command: list[str]) -> None:
    with closing(sqlite3.connect(recorded.data / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = (recorded.data / FILE_NAME).read_bytes()
    assert "newer" in kiosk(*command, *places(recorded)).sentence
    assert (recorded.data / FILE_NAME).read_bytes() == before
