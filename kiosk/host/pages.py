"""The pages of the host menu and how they are called."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Page(StrEnum):
    """The pages of the open menu."""

    SCENARIO = "scenario"
    SESSION = "session"
    VISIT = "visit"
    SOUND = "sound"
    PAUSE = "pause"
    READINESS = "readiness"
    NOTES = "notes"
    IPADS = "ipads"
    FAULTS = "faults"
    RESTART = "restart"
    LEAVE = "leave"


class Tab(msgspec.Struct, frozen=True):
    """A page that can be gone to. `count` is how many things wait on it."""

    page: Page
    icon: str
    label: str
    count: int = 0


def tabs(*, scenarios: int, notes: int, faults: int, paused: bool, ipads: bool = False) -> tuple[Tab, ...]:
    """The pages there are, in order. What is handed in: how many scenarios can be chosen, how many notes wait for a
    yes or no, how many content faults there are, whether the station is paused, and whether iPads are served."""
    choice = (Tab(Page.SCENARIO, "home", "What’s on this screen"),) if scenarios else ()
    return (
        *choice,
        Tab(Page.SESSION, "calendar", "Session"),
        Tab(Page.VISIT, "again", "Start again"),
        Tab(Page.SOUND, "sound-on", "Volume"),
        Tab(Page.PAUSE, "play", "Open again") if paused else Tab(Page.PAUSE, "pause", "Pause"),
        Tab(Page.READINESS, "tick", "Health and sync"),
        Tab(Page.NOTES, "pledge", "Notes to read", notes),
        *((Tab(Page.IPADS, "qr", "iPads"),) if ipads else ()),
        Tab(Page.FAULTS, "warning", "Content faults", faults),
        Tab(Page.RESTART, "sync", "Restart app"),
        Tab(Page.LEAVE, "close", "Leave the kiosk"),
    )
