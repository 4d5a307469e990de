"""What goes into the store and what comes out, as plain values. Knows no database."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

How = Literal["finished", "idle", "host", "interrupted"]
"""How a visit ended. `interrupted`: the kiosk stopped under it, or nothing more came of an iPad's, found at a start."""

NoteState = Literal["waiting", "approved", "declined"]

NOTE_LIMIT = 2000
"""The longest note, in characters."""


class Entry(msgspec.Struct, frozen=True):
    """Something that was done, as a caller hands it in: it becomes one interaction.

    `detail` is plain JSON and holds no names and no free text. The store adds who, where and when, and without a
    `session` that of the visit.
    """

    verb: str
    zone: str = ""
    activity: str = ""
    screen: str = ""
    detail: dict[str, Any] = {}
    visit: str = ""
    session: str | None = None
    face: str = "kiosk"
    group: str = ""


class Origin(msgspec.Struct, frozen=True):
    """Where something comes from that was done on an iPad: which one, and its number there, from 1 without a gap.

    `age` is how long ago that was, in milliseconds; `id` was made there, for what becomes an interaction or a note;
    `release` is the content that was on show there, empty for that of the kiosk.
    """

    ipad: str
    number: int
    age: int
    station: str
    release: str = ""
    id: str = ""


class Note(msgspec.Struct, frozen=True):
    """Free text that somebody left. Times are UTC in milliseconds; `decided` is 0 until a host has decided."""

    id: str
    time: int
    kind: str
    text: str
    visit: str
    activity: str
    state: NoteState
    decided: int
    retain_until: int


class Before(msgspec.Struct, frozen=True):
    """How many walks through an activity went which way, of visits that are over. Nothing tells of one of them.

    `reached` counts the walks by ending, `screens` those that took a step on a screen, `steps` those that took a
    `screen/action`, `onward` for each of these how many went on to which screen from there, `lies` those in which a
    thing lay at a place in the end, `thing@place`.
    """

    reached: dict[str, int] = {}
    screens: dict[str, int] = {}
    steps: dict[str, int] = {}
    onward: dict[str, dict[str, int]] = {}
    lies: dict[str, int] = {}


class Status(msgspec.Struct, frozen=True):
    """How the recording is doing.

    `interactions` and `visits` count what is on disk; `unsent` is how many of them the centre has not confirmed;
    `held` is what is accepted but not yet on disk, `dropped` what was turned away because memory is bounded,
    `quarantined` how many writes were set aside as unusable. `faults` are sentences for a host, empty when all
    is well. Sizes are bytes.
    """

    log: str
    last_seq: int
    interactions: int
    visits: int
    unsent: int
    schema: int
    held: int
    dropped: int
    quarantined: int
    notes_waiting: int
    free_bytes: int
    database_bytes: int
    faults: tuple[str, ...]
