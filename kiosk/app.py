"""The composition root: builds every part of a kiosk once and hands each what it needs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import __version__
from kiosk.content.library import COMPILED, Library, Progress, Zone, load
from kiosk.errors import KnownError
from kiosk.recording import LateRecorder
from kiosk.settings import Settings
from kiosk.station import Station
from kiosk.store.uuid7 import Uuid7
from kiosk.visit import Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.audio import Sound
    from kiosk.content.base import Kind
    from kiosk.hub.hub import Hub
    from kiosk.hub.tablet import Side
    from kiosk.hub.trust import Held
    from kiosk.shell.bridge import Bridge
    from kiosk.shell.engine import Face
    from kiosk.shell.offload import Offload
    from kiosk.store import Store

VERSION = __version__


def open_library(
    settings: Settings, progress: Progress | None = None, *, keep: bool = True, kept: str = COMPILED
) -> Library:
    """The content as the settings name it; compiled forms are kept with the data, in the folder called `kept`."""

    def kinds() -> Mapping[str, Kind]:
        from kiosk.activities import kinds

        return kinds()

    cache = settings.data / kept if keep else None
    return load(zones=settings.zones, content=settings.content, kinds=kinds, cache=cache, progress=progress)


def zone_of(library: Library, name: str) -> Zone:
    """The zone called `name`, or the first. Raises KnownError when there is none of that name."""
    if not name:
        return library.zones[0]
    for zone in library.zones:
        if zone.id == name:
            return zone
    known = ", ".join(zone.id for zone in library.zones)
    raise KnownError(f"There is no zone `{name}` in zones.yaml: use one of {known}.")


def make_station(
    library: Library,
    zone: Zone,
    *,
    settings: Settings,
    recorder: Any,
    monotonic: Callable[[], float] = time.monotonic,
    clock: Callable[[], float] = time.time,
) -> Station:
    """A station in that zone, with the zone's first scenario on until the store says otherwise."""
    ids = Uuid7()
    return Station(
        library=library,
        zone=zone,
        scenario=zone.scenarios[0] if zone.scenarios else "",
        recorder=recorder,
        monotonic=monotonic,
        new_id=lambda: ids(int(clock() * 1000)),
        timing=Timing(idle=settings.idle, countdown=settings.countdown),
    )


@dataclass(frozen=True, kw_only=True)
class Shell:
    """A station with a window on it, and everything that the window needs."""

    station: Station
    face: Face
    bridge: Bridge
    sound: Sound
    offload: Offload
    recorder: LateRecorder

    def close(self) -> None:
        """In reverse order of the start: the window goes before what it shows."""
        self.bridge.stop()
        self.face.close()
        self.sound.close()
        self.offload.close()


def _first_pictures(library: Library, screen: tuple[int, int] | None) -> list[tuple[str, int, int]]:
    """The picture of the attract screen, as Attract.qml is going to ask for it."""
    if screen is None:
        return []
    width, height = screen
    picture = library.words["attract"].get("portrait" if height > width else "landscape")
    return [(f"{picture['sha']}?", width, height)] if picture else []


def make_shell(
    settings: Settings,
    *,
    library: Library,
    zone: Zone,
    sound: Callable[[], Sound],
    offload: Offload,
    report: Callable[[str], None],
    monotonic: Callable[[], float] = time.monotonic,
    screen: tuple[int, int] | None = None,
    pictures: Path | None = None,
) -> Shell:
    """The Qt shell of one zone. Needs a QGuiApplication.

    `sound` is asked for only when the window is loaded. `screen` is the size in real pixels that the window is going to
    have, where it is known. `pictures` is a folder for drawn pictures other than the one among the data.
    """
    from kiosk.shell.bridge import Bridge
    from kiosk.shell.engine import open_face

    recorder = LateRecorder()
    station = make_station(library, zone, settings=settings, recorder=recorder, monotonic=monotonic)

    def lookup(sha: str) -> Path | None:
        media = library.media.get(sha)
        return settings.content / media.path if media else None

    # Qt lets go of Python while it loads the window: what is needed next is read meanwhile.
    offload.run(lambda: import_module("kiosk.audio"), lambda _: None)
    face = open_face(
        theme=settings.content / "theme.yaml",
        icons=settings.content / "icons",
        lookup=lookup,
        cache=pictures or settings.data / "pictures",
        later=lambda work: offload.run(work, lambda _: None),
        report=report,
        properties={
            "reducedMotion": settings.reduced_motion,
            "countdown": int(settings.countdown),
        },
        compiled=settings.data / COMPILED,
        first=_first_pictures(library, screen),
        arabic=any(language.rtl for language in library.languages),
    )
    heard = sound()
    bridge = Bridge(
        window=face.window,
        station=station,
        sound=heard,
        offload=offload,
        content=settings.content,
        speak=face.speak,
    )
    return Shell(station=station, face=face, bridge=bridge, sound=heard, offload=offload, recorder=recorder)


def make_hub(
    settings: Settings, *, library: Library, zone: Zone, store: Store, side: Side, monotonic: Callable[[], float]
) -> Hub:
    """The hub of one zone, not started yet. `side` answers for what a host does. KnownError: its port can't be had."""
    from kiosk.content.theme import read_theme, tokens
    from kiosk.hub.app import Parts, drawn_kinds, make_app
    from kiosk.hub.feed import Feed
    from kiosk.hub.fonts import Typefaces
    from kiosk.hub.hub import Hub, answers
    from kiosk.hub.intake import Intake
    from kiosk.hub.ipads import Ipads
    from kiosk.hub.look import stylesheet
    from kiosk.hub.news import Board, News
    from kiosk.hub.serving import Server
    from kiosk.hub.tablet import Tablet
    from kiosk.hub.trust import found

    feed = Feed(
        library=library, zone=zone, content=settings.content, station=settings.station,
        timing=Timing(idle=settings.idle, countdown=settings.countdown), drawn=drawn_kinds(),
    )  # fmt: skip
    board = Board(News(release=library.release, scenario=next(iter(feed.scenarios), "")))
    theme = read_theme(settings.content / "theme.yaml", settings.data / COMPILED / "theme.json")
    look = theme.type
    faces = Typefaces(
        cache=settings.data / COMPILED / "fonts", axes=tokens(theme)["type"]["display_axes"],
        lightest=look.speech_weight, boldest=look.heading_weight,
    )  # fmt: skip
    ipads = Ipads(keeper=store, monotonic=monotonic)
    intake = Intake(store=store, ipads=ipads, station=settings.station, zone=zone.id, monotonic=monotonic)
    hubs: list[Hub] = []
    parts = Parts(
        feed=feed, board=board, theme=stylesheet(tokens(theme)), icons=settings.content / "icons",
        fonts=faces.file,
        intake=answers(intake), tablet=Tablet(side=side, shown=lambda: hubs[0].seen()),
    )  # fmt: skip
    app = make_app(parts, monotonic=monotonic)
    secret = found(settings.certificates, wanted=settings.hub_certificate is not None) if settings.hub_https else None
    held = _held(secret) if secret else None
    server = Server(
        app, board, address=settings.hub_address, port=settings.hub_port, name=settings.hub_name, secret=secret
    )
    hubs.append(
        Hub(
            feed=feed, board=board, ipads=ipads, server=server, store=store, monotonic=monotonic,
            stopping=threading.Event(), certificate=held,
        )
    )  # fmt: skip
    return hubs[0]


def _held(secret: Path) -> Held:
    # What reads certificates takes a while to load: only where there is one.
    from kiosk.hub.certificate import read

    return read(secret)
