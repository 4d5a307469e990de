"""`kiosk selftest`: real taps through the real screens, then the proof that all of it is in SQLite."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app import open_library
from kiosk.commands.needs import require_qt
from kiosk.commands.terminal import out, progress
from kiosk.content.library import Library, Zone
from kiosk.errors import KnownError
from kiosk.host.menu import Stage
from kiosk.settings import Settings
from kiosk.store import Before, Entry, How, Note, Store, read_interactions, read_walks


def selftest(settings: Settings) -> int:
    """Visit every activity of every zone by touch. Raises KnownError with what went wrong."""
    require_qt(on_screen=False)
    with progress("Reading the content") as told:
        library = open_library(settings, told, keep=False)
    if library.left_out:
        raise KnownError(f"{', '.join(library.left_out)} can't be shown: run `kiosk check`.")
    with TemporaryDirectory() as data:
        here = replace(settings, data=Path(data), reduced_motion=True, idle=3600.0)
        for zone in library.zones:
            count = _zone(here, library, zone)
            out.print(f"{zone.name}: {len(zone.activities) + bool(zone.scenarios)} activities, {count} interactions.")
    out.print("The kiosk works: every tap was kept.")
    return 0


def _zone(settings: Settings, library: Library, zone: Zone) -> int:
    """One visit in one zone, and a host who switches its scenario. Returns how many interactions were kept."""
    from kiosk.commands.offscreen import open_offscreen
    from kiosk.shell.taps import Finger
    from kiosk.shell.walker import Walker

    watched: list[_Watched] = []

    def watch(store: Store) -> _Watched:
        watched.append(_Watched(store))
        return watched[0]

    with (
        closing(open_offscreen(settings, library=library, zone=zone, size=(1920, 1080), watch=watch)) as kiosk,
        progress(zone.name) as told,
    ):
        kiosk.shell.bridge.begin()
        finger = Finger(kiosk.shell.face.window)
        visit = Walker(station=kiosk.shell.station, finger=finger).visit(lambda name: told(0, 0, name))
        _host(finger, kiosk.desk, kiosk.pins["host"], zone)
    if kiosk.said:
        raise KnownError(kiosk.said[0])
    count = _prove(settings.data / zone.id, watched[0].entries, visit)
    _prove_walks(settings.data / zone.id, {name: watched[0].before(name) for name in library.decks}, count)
    return count


def _host(finger: object, desk: object, pin: str, zone: Zone) -> None:
    """Open the hidden menu with the PIN and switch to the zone's last scenario."""
    from kiosk.shell.hosting import HostDesk
    from kiosk.shell.taps import Finger

    assert isinstance(finger, Finger) and isinstance(desk, HostDesk)  # noqa: S101 - imported late for speed
    finger.key_f10()
    for digit in pin:
        finger.tap(digit)
    finger.wait_for(lambda: desk.stage is Stage.OPEN, "The host menu")
    if len(zone.scenarios) > 1:
        finger.tap_object(f"scenario-{zone.scenarios[-1]}")
        finger.wait_for(lambda: desk.duty.room.on == zone.scenarios[-1], "The switch of the scenario")
    finger.tap_object("toVisitors")
    finger.wait_for(lambda: desk.stage is Stage.CLOSED, "The way back to visitors")


class _Watched:
    """A store that remembers what it was handed, to compare with what is on the disk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.entries: list[Entry] = []

    def begin_visit(self, visit: str, zone: str, *, session: str, face: str) -> object:
        return self._store.begin_visit(visit, zone, session=session, face=face)

    def end_visit(self, visit: str, how: How) -> object:
        return self._store.end_visit(visit, how)

    def note(self, kind: str, text: str, *, visit: str, activity: str) -> object:
        return self._store.note(kind, text, visit=visit, activity=activity)

    def approved_notes(self, kind: str, limit: int) -> tuple[Note, ...]:
        return self._store.approved_notes(kind, limit)

    def before(self, activity: str) -> Before:
        return self._store.before(activity)

    def record(self, entry: Entry) -> object:
        self.entries.append(entry)
        return self._store.record(entry)


def _prove(data: Path, entries: list[Entry], visit: str) -> int:
    """What the disk holds is what happened: every interaction once, in order, numbered without a gap."""
    rows = list(read_interactions(data))
    mine = [row for row in rows if not row["verb"].startswith("host-")]
    if [row["seq"] for row in rows] != list(range(1, len(rows) + 1)):
        raise KnownError("The numbers of the interactions have a gap.")
    kept = [(row["verb"], row["activity"], row["screen"], row["detail"], row["visit"]) for row in mine]
    handed = [(one.verb, one.activity, one.screen, one.detail, one.visit) for one in entries]
    if kept != handed:
        raise KnownError(f"{len(handed)} interactions were made and {len(kept)} are on the disk, or not the same.")
    ended = [row for row in mine if row["verb"] == "end" and row["visit"] == visit]
    if len(ended) != 1:
        raise KnownError("The visit was not closed.")
    return len(rows)


def _prove_walks(data: Path, counted: dict[str, Before], last: int) -> None:
    """The walks that were counted as they happened are those that the disk tells of."""
    walks = read_walks(data, 1, last)
    for name, before in counted.items():
        if walks.before(name) != before:
            raise KnownError(f"The walks through {name} that were counted are not those on the disk.")
