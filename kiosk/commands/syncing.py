"""`kiosk enrol` and `kiosk sync`."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import datetime

import msgspec
from rich.table import Table

from kiosk.app import VERSION
from kiosk.centre import read_membership
from kiosk.commands.terminal import out
from kiosk.content.library import COMPILED, kept_release
from kiosk.errors import KnownError
from kiosk.settings import Settings
from kiosk.store import Store, last_release, read_kept, read_status
from kiosk.store.lock import FolderLock
from kiosk.store.outgoing import Outgoing
from kiosk.store.sending import STATE
from kiosk.syncing import ASKED, Sync, join
from sync.agent import State

PATIENCE_S = 120.0
"""How long a running kiosk may take for a round that was asked for."""


def enrol(settings: Settings, *, url: str, code: str) -> int:
    """Join a central store with a code from those who look after it."""
    member = join(settings.data, url=url, code=code, station=settings.station, app=VERSION)
    out.print(f"This kiosk belongs to {member.centre} now, as {member.zone} of {member.venue}.")
    return 0


def sync_now(settings: Settings) -> int:
    """Send all that is unsent, by the kiosk that runs here or, when none does, by this program."""
    if read_membership(settings.data) is None:
        raise KnownError("This kiosk belongs to no central store yet: `kiosk enrol URL CODE` makes it join one.")
    if _running(settings):
        _ask_it(settings)
    else:
        release = kept_release(settings.data / COMPILED)
        store = Store.open(settings.data, station=settings.station, release=release, app=VERSION)
        sync = Sync(store, settings.data, station=settings.station, app=VERSION, release=release)
        try:
            sync.round()
        finally:
            sync.stop()
            store.close()
    return sync_status(settings, as_json=False)


def sync_status(settings: Settings, *, as_json: bool) -> int:
    """Say whether the centre has everything. The exit code is 0 only when it does."""
    member, found = read_membership(settings.data), read_status(settings.data)
    state = msgspec.convert(read_kept(settings.data, STATE, {}), State)
    oldest = Outgoing(settings.data).oldest_unsent()
    complete = member is not None and found.unsent == 0 and not state.problem
    if as_json:
        told = {
            "centre": member.url if member else "", "device": member.device if member else "", "unsent": found.unsent,
            "oldest_unsent": oldest, "receipt": state.receipt, "problem": state.problem, "complete": complete,
            "release": last_release(settings.data),
        }  # fmt: skip
        out.print(msgspec.json.format(msgspec.json.encode(told)).decode())
        return 0 if complete else 1
    table = Table("", "", show_header=False, box=None)
    table.add_row("Centre", f"{member.centre} ({member.url})" if member else "none: `kiosk enrol URL CODE`")
    table.add_row("Unsent", f"{found.unsent:,}")
    if oldest:
        table.add_row("Oldest unsent", _when(oldest))
    table.add_row("Last receipt", _when(state.receipt) if state.receipt else "never")
    out.print(table)
    if state.problem:
        out.print(state.problem)
    return 0 if complete else 1


def _running(settings: Settings) -> bool:
    """Whether a kiosk holds the data folder."""
    try:
        FolderLock(settings.data).release()
    except KnownError:
        return True
    return False


def _ask_it(settings: Settings) -> None:
    asked = settings.data / ASKED
    asked.touch()
    until = time.monotonic() + PATIENCE_S
    while asked.exists():
        if time.monotonic() >= until:
            with suppress(OSError):
                asked.unlink()
            raise KnownError("The kiosk that runs here doesn't answer: look at its screen, and try again.")
        time.sleep(0.1)


def _when(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000).astimezone().strftime("%a %d %b %Y %H:%M")
