"""How the kiosk is doing, in rows that a host can read: what is so, and what to do if it isn't well. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

Level = Literal["ok", "wait", "bad"]
"""`wait`: nothing is broken, it takes time or a look when there is some. `bad`: somebody must do something."""

LOW_DISK: Final = 2_000_000_000
FULL_DISK: Final = 200_000_000
RENEW_DAYS: Final = 30
LAST_DAYS: Final = 7
NAMED = 3
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows are made of. Every default is a kiosk with nothing to report.

    `left_out` are titles of activities that visitors don't see; `faults` and `warnings` count what an author
    should mend. `scenario_notice` is `Room.notice`. `sound` is the state of kiosk.audio with its sentence.
    `recording_faults` are the store's sentences; `held`, `dropped`, `quarantined` and `unsent` count as in its
    status. `free_bytes` None: not known. `centre` is what the central store calls itself, "" when this kiosk belongs to
    none, None: not known yet. `sync_problem` is a sentence and `sync_stuck` whether it won't pass by itself; `receipt`
    is until when the centre has everything, `oldest` when the oldest that is unsent was recorded, `now` the time to
    read both by; `refused` counts what the centre set aside. `ipads` counts those that came since the start (None:
    none are served), `ipads_unsent` what they still hold; `hub_problem` says why they can't come in. `certificate_days`
    is how long they will trust this kiosk (None: it has no certificate), `certificate_misses` its address when the
    certificate is not for it. `uptime` is seconds.
    """

    left_out: tuple[str, ...] = ()
    faults: int = 0
    warnings: int = 0
    scenario_notice: str = ""
    sound: Literal["starting", "ok", "muted", "no-device", "lost"] = "ok"
    sound_sentence: str = ""
    recording_faults: tuple[str, ...] = ()
    held: int = 0
    dropped: int = 0
    quarantined: int = 0
    free_bytes: int | None = None
    unsent: int = 0
    centre: str | None = None
    sync_problem: str = ""
    sync_stuck: bool = False
    receipt: datetime | None = None
    oldest: datetime | None = None
    now: datetime | None = None
    refused: int = 0
    notes_waiting: int = 0
    ipads: int | None = None
    ipads_unsent: int = 0
    hub_problem: str = ""
    certificate_days: int | None = None
    certificate_misses: str = ""
    app_version: str = ""
    content_release: str = ""
    uptime: float = 0.0


class Row(msgspec.Struct, frozen=True):
    """One line of the panel. `icon` names a file in `content/icons/`, `text` is one or two sentences."""

    id: str
    icon: str
    title: str
    text: str
    level: Level


class Overall(msgspec.Struct, frozen=True):
    """The panel in one line."""

    text: str
    level: Level


def rows(facts: Facts) -> tuple[Row, ...]:
    """The panel from top to bottom, always in the same order."""
    scenario = (Row("scenario", "home", "Scenario", facts.scenario_notice, "bad"),) if facts.scenario_notice else ()
    return (
        sync(facts),
        _unsent(facts),
        _content(facts),
        *scenario,
        _sound(facts),
        _recording(facts),
        _disk(facts.free_bytes),
        _notes(facts.notes_waiting),
        *_ipads(facts),
        *certificate(facts),
        _app(facts),
    )


def overall(panel: Sequence[Row]) -> Overall:
    """Whether visitors can come, and how many things somebody should look at first."""
    bad = sum(row.level == "bad" for row in panel)
    if bad:
        return Overall("1 thing wants a look" if bad == 1 else f"{bad} things want a look", "bad")
    return Overall("Ready for visitors", "ok")


def _content(facts: Facts) -> Row:
    level: Level = "ok"
    text = "Everything is in its place."
    if facts.left_out:
        level = "bad"
        names = ", ".join(facts.left_out[:NAMED])
        more = len(facts.left_out) - NAMED
        text = (
            f"Left out until mended: {names}{f' and {more} more' if more > 0 else ''}. "
            "Visitors see the rest. Tell the author what the content faults say."
        )
    elif facts.faults:
        level = "bad"
        text = f"{_count(facts.faults, 'fault')} to mend. Tell the author what the content faults say."
    elif facts.warnings:
        level = "wait"
        text = f"{_count(facts.warnings, 'thing')} could be better. Visitors see everything."
    return Row("content", "document", "Content", text, level)


def _sound(facts: Facts) -> Row:
    levels: dict[str, Level] = {"ok": "ok", "starting": "wait", "muted": "wait"}
    texts = {
        "ok": "Working. Play the test to hear it.",
        "starting": "Starting up.",
        "muted": "Turned off. Captions go on.",
        "no-device": "No speaker was found. Plug one in; captions go on meanwhile.",
        "lost": "The speaker has gone. Plug it in again; captions go on meanwhile.",
    }
    level = levels.get(facts.sound, "bad")
    icon = "sound-on" if level == "ok" else "sound-off"
    return Row("sound", icon, "Sound", facts.sound_sentence or texts[facts.sound], level)


def _recording(facts: Facts) -> Row:
    said = list(facts.recording_faults)
    if not said and facts.dropped:
        said.append(f"{_count(facts.dropped, 'record')} could not be kept: call IT.")
    if not said and facts.quarantined:
        said.append(f"{_count(facts.quarantined, 'record')} set aside as unreadable: tell IT. All others are safe.")
    if not said:
        return Row("recording", "disk", "Recording", "Everything done is kept on this kiosk.", "ok")
    if facts.held:
        said.append(f"Don't switch off: {_count(facts.held, 'record')} held in memory until the disk takes them.")
    return Row("recording", "warning", "Recording", " ".join(said), "bad")


def _disk(free: int | None) -> Row:
    level: Level
    if free is None:
        level, text = "wait", "How much room is left is not known yet."
    elif free < FULL_DISK:
        level, text = "bad", f"Nearly full: {_size(free)} free. Call IT to make room now."
    elif free < LOW_DISK:
        level, text = "bad", f"Filling up: {_size(free)} free. Ask IT to make room this week."
    else:
        level, text = "ok", f"{_size(free)} free."
    return Row("disk", "disk", "Storage", text, level)


def _unsent(facts: Facts) -> Row:
    # What is held in memory alone is spoken of in the row for recording.
    safe = "" if facts.held else " Safe to switch off."
    if not facts.unsent:
        return Row("unsent", "document", "Waiting to send", f"Nothing.{safe}", "ok")
    first = " from" if facts.unsent == 1 else ", the oldest from"
    oldest = f"{first} {when(facts.oldest, facts.now)}" if facts.oldest else ""
    return Row("unsent", "document", "Waiting to send", f"{_count(facts.unsent, 'record')}{oldest}.{safe}", "wait")


def sync(facts: Facts) -> Row:
    """How sending goes, and until when the centre has everything."""
    lost = bool(facts.sync_problem)
    level: Level = "ok"
    if lost or not facts.receipt:
        level = "bad" if facts.sync_stuck else "wait"
    icon = "sync" if facts.centre and not lost else "wifi-off"
    return Row("sync", icon, "Central store", _sent(facts), level)


def _sent(facts: Facts) -> str:
    if facts.centre is None:
        return "One moment."
    if not facts.centre and not facts.sync_problem:
        return "This kiosk belongs to none, so everything stays here."
    said = [facts.sync_problem] if facts.sync_problem else []
    if facts.receipt:
        until = when(facts.receipt, facts.now)
        said.append(
            f"The centre has everything up to {until}."
            if said or facts.unsent
            else f"The centre has it all, to {until}."
        )
    elif not said:
        said.append("Nothing has been sent yet. It goes by itself.")
    if facts.refused:
        said.append(f"It set {_count(facts.refused, 'record')} aside: tell IT.")
    return " ".join(said)


def when(moment: datetime, now: datetime | None) -> str:
    """A time as people say it: 14:21, 14:21 yesterday, 14:21 on 24 November."""
    clock = f"{moment:%H:%M}"
    days = (now.date() - moment.date()).days if now else 0
    if days <= 0:
        return clock
    if days == 1:
        return f"{clock} yesterday"
    year = "" if now and now.year == moment.year else f" {moment.year}"
    return f"{clock} on {moment.day} {MONTHS[moment.month - 1]}{year}"


def _notes(waiting: int) -> Row:
    if not waiting:
        return Row("notes", "pledge", "Notes to read", "None waiting.", "ok")
    verb = "waits" if waiting == 1 else "wait"
    return Row("notes", "pledge", "Notes to read", f"{_count(waiting, 'note')} {verb} for your yes or no.", "wait")


def _ipads(facts: Facts) -> tuple[Row, ...]:
    if facts.hub_problem:
        return (Row("ipads", "wifi-off", "iPads", facts.hub_problem, "bad"),)
    if facts.ipads is None:
        return ()
    seen = _count(facts.ipads, "iPad") if facts.ipads else "None"
    if facts.ipads_unsent:
        held = f"{_count(facts.ipads_unsent, 'answer')} still on them: leave them on until it says 0."
        return (Row("ipads", "qr", "iPads", f"{seen} seen. {held}", "wait"),)
    return (Row("ipads", "qr", "iPads", f"{seen} seen. Unsent on them: 0.", "ok"),)


def certificate(facts: Facts) -> tuple[Row, ...]:
    """Only when IT has to do something about it."""
    days, missed = facts.certificate_days, facts.certificate_misses
    level: Level = "bad"
    if days is None:
        return ()
    if days < 0:
        text = "Out of date: iPads can’t come in. Ask IT to renew it now."
    elif missed:
        text = f"It is not for {missed}, so iPads can’t come in there. Ask IT to renew it now."
    elif days <= RENEW_DAYS:
        level = "bad" if days <= LAST_DAYS else "wait"
        left = f"{_count(days, 'day')} more" if days else "today only"
        text = f"iPads trust this kiosk for {left}. Ask IT to renew it."
    else:
        return ()
    return (Row("certificate", "lock", "Certificate", text, level),)


def _app(facts: Facts) -> Row:
    content = f", content {facts.content_release[:8]}" if facts.content_release else ""
    return Row("app", "screen", "App", f"{facts.app_version}{content}. On for {_span(facts.uptime)}.", "ok")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _size(size: int) -> str:
    return (
        f"{size / 1e9:.0f} GB" if size >= 10e9 else f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size // 1_000_000} MB"
    )


def _span(seconds: float) -> str:
    minutes = max(0, int(seconds // 60))
    if minutes < 1:
        return "less than a minute"
    if minutes < 120:
        return _count(minutes, "minute")
    if minutes < 48 * 60:
        return _count(minutes // 60, "hour")
    return _count(minutes // 1440, "day")
