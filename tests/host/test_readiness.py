from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from kiosk.audio import StateKind
from kiosk.host import readiness
from kiosk.host.readiness import Facts, Level, Overall, Row

WELL = Facts(free_bytes=61_000_000_000, app_version="2.3.0", content_release="4f2a91c07d", uptime=7300, centre="North")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LOST = "The centre at north.example can't be reached now: it is tried again by itself."


def sent(**changes: Any) -> Facts:
    """A kiosk that belongs to a centre which has everything up to half past ten."""
    return Facts(**{"centre": "North", "now": NOON, "receipt": NOON - timedelta(hours=1, minutes=30), **changes})


def row(id_: str, facts: Facts) -> Row:
    return next(row for row in readiness.rows(facts) if row.id == id_)


@pytest.mark.parametrize(
    ("id_", "facts", "level", "text"),
    [
        ("content", Facts(), "ok", "Everything is in its place."),
        (
            "content",
            Facts(left_out=("A fall",), faults=3, warnings=2),
            "bad",
            "Left out until mended: A fall. Visitors see the rest. Tell the author what the content faults say.",
        ),
        (
            "content",
            Facts(left_out=("A", "B", "C", "D", "E")),
            "bad",
            "Left out until mended: A, B, C and 2 more. Visitors see the rest. "
            "Tell the author what the content faults say.",
        ),
        ("content", Facts(faults=1), "bad", "1 fault to mend. Tell the author what the content faults say."),
        ("content", Facts(warnings=2), "wait", "2 things could be better. Visitors see everything."),
        ("scenario", Facts(scenario_notice="“A” is on instead."), "bad", "“A” is on instead."),
        ("sound", Facts(), "ok", "Working. Play the test to hear it."),
        ("sound", Facts(sound_sentence="Sound is on, at volume 62."), "ok", "Sound is on, at volume 62."),
        ("sound", Facts(sound="starting"), "wait", "Starting up."),
        ("sound", Facts(sound="muted"), "wait", "Turned off. Captions go on."),
        ("sound", Facts(sound="no-device", sound_sentence="Plug it in."), "bad", "Plug it in."),
        (
            "sound",
            Facts(sound="lost"),
            "bad",
            "The speaker has gone. Plug it in again; captions go on meanwhile.",
        ),
        ("ipads", Facts(ipads=0), "ok", "None seen. Unsent on them: 0."),
        ("ipads", Facts(ipads=1), "ok", "1 iPad seen. Unsent on them: 0."),
        (
            "ipads",
            Facts(ipads=3, ipads_unsent=28),
            "wait",
            "3 iPads seen. 28 answers still on them: leave them on until it says 0.",
        ),
        ("ipads", Facts(hub_problem="The port is taken."), "bad", "The port is taken."),
        (
            "certificate",
            Facts(certificate_days=30),
            "wait",
            "iPads trust this kiosk for 30 days more. Ask IT to renew it.",
        ),
        (
            "certificate",
            Facts(certificate_days=7),
            "bad",
            "iPads trust this kiosk for 7 days more. Ask IT to renew it.",
        ),
        ("certificate", Facts(certificate_days=1), "bad", "iPads trust this kiosk for 1 day more. Ask IT to renew it."),
        ("certificate", Facts(certificate_days=0), "bad", "iPads trust this kiosk for today only. Ask IT to renew it."),
        (
            "certificate",
            Facts(certificate_days=-1, certificate_misses="192.168.4.11"),
            "bad",
            "Out of date: iPads can’t come in. Ask IT to renew it now.",
        ),
        (
            "certificate",
            Facts(certificate_days=300, certificate_misses="192.168.4.11"),
            "bad",
            "It is not for 192.168.4.11, so iPads can’t come in there. Ask IT to renew it now.",
        ),
        ("recording", Facts(held=3), "ok", "Everything done is kept on this kiosk."),
        (
            "recording",
            Facts(recording_faults=("The disk is full: make room.",), held=1),
            "bad",
            "The disk is full: make room. Don't switch off: 1 record held in memory until the disk takes them.",
        ),
        ("recording", Facts(recording_faults=("One.", "Two.")), "bad", "One. Two."),
        ("recording", Facts(dropped=1200), "bad", "1,200 records could not be kept: call IT."),
        (
            "recording",
            Facts(quarantined=1),
            "bad",
            "1 record set aside as unreadable: tell IT. All others are safe.",
        ),
        ("disk", Facts(free_bytes=None), "wait", "How much room is left is not known yet."),
        ("disk", Facts(free_bytes=0), "bad", "Nearly full: 0 MB free. Call IT to make room now."),
        ("disk", Facts(free_bytes=199_999_999), "bad", "Nearly full: 199 MB free. Call IT to make room now."),
        ("disk", Facts(free_bytes=200_000_000), "bad", "Filling up: 200 MB free. Ask IT to make room this week."),
        ("disk", Facts(free_bytes=1_900_000_000), "bad", "Filling up: 1.9 GB free. Ask IT to make room this week."),
        ("disk", Facts(free_bytes=2_000_000_000), "ok", "2.0 GB free."),
        ("disk", Facts(free_bytes=61_400_000_000), "ok", "61 GB free."),
        ("unsent", Facts(), "ok", "Nothing. Safe to switch off."),
        ("unsent", Facts(unsent=12_345), "wait", "12,345 records. Safe to switch off."),
        ("unsent", sent(unsent=1, oldest=NOON), "wait", "1 record from 12:00. Safe to switch off."),
        (
            "unsent",
            sent(unsent=31, oldest=NOON - timedelta(days=1)),
            "wait",
            "31 records, the oldest from 12:00 yesterday. Safe to switch off.",
        ),
        # What is in memory alone would be gone.
        ("unsent", Facts(held=1), "ok", "Nothing."),
        ("unsent", Facts(unsent=2, held=1), "wait", "2 records."),
        ("sync", Facts(), "wait", "One moment."),
        ("sync", Facts(centre=""), "wait", "This kiosk belongs to none, so everything stays here."),
        ("sync", Facts(centre="North"), "wait", "Nothing has been sent yet. It goes by itself."),
        ("sync", sent(), "ok", "The centre has it all, to 10:30."),
        ("sync", sent(unsent=3), "ok", "The centre has everything up to 10:30."),
        ("sync", sent(refused=1), "ok", "The centre has it all, to 10:30. It set 1 record aside: tell IT."),
        ("sync", sent(sync_problem=LOST), "wait", f"{LOST} The centre has everything up to 10:30."),
        ("sync", Facts(centre="North", sync_problem=LOST), "wait", LOST),
        (
            "sync",
            sent(sync_problem="Enrol it anew.", sync_stuck=True),
            "bad",
            "Enrol it anew. The centre has everything up to 10:30.",
        ),
        ("sync", Facts(centre="", sync_problem="Enrol it anew.", sync_stuck=True), "bad", "Enrol it anew."),
        ("notes", Facts(), "ok", "None waiting."),
        ("notes", Facts(notes_waiting=1), "wait", "1 note waits for your yes or no."),
        ("notes", Facts(notes_waiting=4), "wait", "4 notes wait for your yes or no."),
        ("app", WELL, "ok", "2.3.0, content 4f2a91c0. On for 2 hours."),
        ("app", Facts(app_version="2.3.0"), "ok", "2.3.0. On for less than a minute."),
    ],
)
def test_what_a_row_says(id_: str, facts: Facts, level: Level, text: str) -> None:
    assert (row(id_, facts).level, row(id_, facts).text) == (level, text)


def test_the_rows_are_always_in_the_same_order() -> None:
    ids = [row.id for row in readiness.rows(Facts(scenario_notice="So."))]
    assert ids == ["sync", "unsent", "content", "scenario", "sound", "recording", "disk", "notes", "app"]
    assert [row.id for row in readiness.rows(Facts())] == [id_ for id_ in ids if id_ != "scenario"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (WELL, Overall("Ready for visitors", "ok")),
        # Ninety days offline, with notes to read, is a day like any other.
        (
            sent(free_bytes=9_000_000_000, unsent=80_000, notes_waiting=3, warnings=4, sync_problem=LOST),
            Overall("Ready for visitors", "ok"),
        ),
        # So is one of a kiosk that belongs to no centre.
        (Facts(free_bytes=9_000_000_000, centre=""), Overall("Ready for visitors", "ok")),
        (Facts(free_bytes=9_000_000_000, sound="lost"), Overall("1 thing wants a look", "bad")),
        (Facts(free_bytes=0, sound="lost"), Overall("2 things want a look", "bad")),
    ],
)
def test_the_panel_in_one_line(facts: Facts, expected: Overall) -> None:
    assert readiness.overall(readiness.rows(facts)) == expected


@pytest.mark.parametrize("kind", get_args(StateKind))
def test_every_state_that_sound_can_be_in_has_a_row(kind: StateKind) -> None:
    assert row("sound", Facts(sound=kind)).text


def test_every_icon_is_one_that_ships() -> None:
    icons = Path(__file__).parents[2] / "content" / "icons"
    worst = Facts(scenario_notice="So.", sound="lost", dropped=1, sync_problem="So.")
    for panel in (readiness.rows(WELL), readiness.rows(worst)):
        assert [row.icon for row in panel if not (icons / f"{row.icon}.svg").is_file()] == []


@pytest.mark.parametrize("facts", [Facts(), Facts(certificate_days=31)])
def test_a_certificate_is_spoken_of_only_when_it_wants_something(facts: Facts) -> None:
    assert "certificate" not in {one.id for one in readiness.rows(facts)}


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOON, "12:00"),
        (NOON - timedelta(hours=12), "00:00"),
        (NOON - timedelta(hours=13), "23:00 yesterday"),
        (NOON - timedelta(days=2), "12:00 on 22 November"),
        (NOON - timedelta(days=365), "12:00 on 24 November 2025"),
        # The clock was put back meanwhile.
        (NOON + timedelta(days=3), "12:00"),
    ],
)
def test_a_time_is_told_with_its_day_when_that_is_another(moment: datetime, said: str) -> None:
    assert readiness.when(moment, NOON) == said
