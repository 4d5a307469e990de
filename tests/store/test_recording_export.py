"""Recordings as files for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store.store_stage import NOON, Clock, open_store

from kiosk.errors import KnownError
from kiosk.store import Entry, export
from kiosk.store.exports import inert
from kiosk.store.reader import COLUMNS


def record_some(folder: Path) -> None:
    clock = Clock(NOON + 0.25)
    store = open_store(folder, clock=clock)
    store.begin_visit("v1", "gp")
    store.record(Entry("choose", visit="v1", activity="asha", detail={"answer": ['né, "quoted"', "a\nb"]}))
    store.end_visit("v1", "finished")
    store.record(Entry("=HYPERLINK(1)", screen="＝1+1", activity="-2", group="@SUM(A1)"))
    store.close()


def test_csv_opens_right_in_a_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    record_some(tmp_path)
    out = tmp_path / "out.csv"
    assert export(tmp_path, "csv", out) == 2
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbflog,seq,id,time,")
    first, second = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert list(first) == list(COLUMNS)
    assert first["time"] == "2026-11-18T11:06:40.250Z"
    assert json.loads(first["detail"]) == {"answer": ['né, "quoted"', "a\nb"]}
    assert (first["visit_how"], first["visit_lasted"], second["visit_how"]) == ("finished", "0", "")
    found = [second[key] for key in ("verb", "screen", "activity", "group", "seq")]
    assert found == ["'=HYPERLINK(1)", "'＝1+1", "'-2", "'@SUM(A1)", "2"]


def test_json_lines_say_exactly_what_was_recorded(tmp_path: Path) -> None:
    record_some(tmp_path)
    out = io.BytesIO()
    assert export(tmp_path, "jsonl", out) == 2
    first, second = map(json.loads, out.getvalue().decode().splitlines())
    assert list(first) == list(COLUMNS)
    assert (first["seq"], first["detail"]["answer"][1], first["visit_how"]) == (1, "a\nb", "finished")
    assert (second["verb"], second["screen"], second["visit_how"]) == ("=HYPERLINK(1)", "＝1+1", None)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\tx", "\rx", "\nx", " =1", "\u200b=1", "\ufeff+1",
                                  "＝1", "＋1", "－1", "＠a", "﹢1", "\u00a0-1", "|cmd", "%1", "\x00=1"])  # fmt: skip
def test_a_cell_that_could_run_is_made_text(cell: str) -> None:
    assert inert(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=1", "gp", '{"a":"=1"}', "3", "né", "  two", "'=1", "https://x"])
def test_a_cell_that_cannot_run_is_left_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


@given(st.text("=+-@＝＋－＠|% \t\r\n\u200b\u00a0'a1é", max_size=6))
def test_no_cell_starts_like_a_formula_and_none_loses_a_character(cell: str) -> None:
    shown = inert(cell)
    assert shown in (cell, "'" + cell)
    assert not shown.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not shown.startswith(("\t", "\r", "\n"))


def test_progress_is_told_and_all_rows_are_there(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(2500):
        store.record(Entry(str(number)))
    store.flush()
    told: list[tuple[int, int]] = []
    out = tmp_path / "out.jsonl"
    assert export(tmp_path, "jsonl", out, progress=lambda done, total: told.append((done, total))) == 2500
    assert told == [(1000, 2500), (2000, 2500), (2500, 2500)]
    assert [json.loads(line)["verb"] for line in out.read_text().splitlines()] == [str(n) for n in range(2500)]
    store.close()


def test_an_export_that_fails_leaves_the_file_before_as_it_was(tmp_path: Path) -> None:
    record_some(tmp_path)
    out = tmp_path / "out.csv"
    out.write_text("the file before")

    def fail(*_: int) -> None:
        raise RuntimeError

    store = open_store(tmp_path)
    for _ in range(1200):
        store.record(Entry("tap"))
    store.close()
    with pytest.raises(RuntimeError):
        export(tmp_path, "csv", out, progress=fail)
    assert out.read_text() == "the file before"
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    record_some(tmp_path)
    with pytest.raises(KnownError, match=r"cannot be written .*--out"):
        export(tmp_path, "csv", tmp_path / "nowhere" / "out.csv")
    with pytest.raises(KnownError, match="the output cannot be written"), open("/dev/full", "wb", 0) as full:  # noqa: PTH123
        export(tmp_path, "csv", full)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_an_exported_file_can_be_read_by_those_who_can_read_other_files(tmp_path: Path) -> None:
    record_some(tmp_path)
    out, other = tmp_path / "out.csv", tmp_path / "other"
    other.touch()
    export(tmp_path, "csv", out)
    assert out.stat().st_mode == other.stat().st_mode
