"""`kiosk run`."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kiosk.commands.needs import require_display, require_qt
from kiosk.commands.pins import tell_pins
from kiosk.commands.terminal import aside, progress
from kiosk.errors import KnownError
from kiosk.settings import Settings

if TYPE_CHECKING:
    from subprocess import Popen

    from kiosk.app import Shell
    from kiosk.audio import Sound
    from kiosk.content.library import Library, Zone
    from kiosk.hub.hub import Hub
    from kiosk.hub.tablet import Side
    from kiosk.shell.hosting import HostDesk
    from kiosk.store import Store
    from kiosk.syncing import Sync

RESTART = "restart"
SYNC_AFTER_MS = 5_000
"""When sending to the central store begins: nothing of it may hold up a start."""
WARM_AFTER_MS = 20_000
"""When pictures begin to be drawn ahead: the machine has come to rest, and hardly anybody is there yet."""


def run(settings: Settings, *, drawn: Callable[[], None] = lambda: None) -> int:
    """Open the kiosk of a zone and stay until a host leaves it. Raises KnownError for what the world did wrong.

    `drawn` is told once, when the first screen is complete.
    """
    require_display(os.environ, sys.platform)
    require_qt()
    from kiosk.store.lock import FolderLock

    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        FolderLock(settings.data).release()
    except OSError as error:
        raise KnownError(
            f"The data folder {settings.data} can't be used ({error.strerror}): name another one with --data."
        ) from None
    # What a start makes is kept: to look for rubbish in it only costs time, then and ever after (see `opened`).
    gc.disable()
    try:
        how = _show(settings, drawn)
    finally:
        gc.enable()
    if how == RESTART:
        os.execv(sys.executable, [sys.executable, "-m", "kiosk", *sys.argv[1:]])
    return 0


def _show(settings: Settings, drawn: Callable[[], None]) -> str:
    """One life of the kiosk: from the first screen until it is told to end, and how."""
    from kiosk.app import VERSION, make_shell, open_library, zone_of
    from kiosk.shell.engine import application, screen_size
    from kiosk.shell.offload import Gate, Threads
    from kiosk.shell.window import FirstScreen, Frame, later

    app = application(offscreen=False)
    with progress("Reading the content") as told:
        library = open_library(settings, told)
    zone = zone_of(library, settings.zone)
    offload = Threads()
    ended: list[str] = []
    failed: list[BaseException] = []
    picture_faults: list[str] = []

    def leave() -> None:
        # Not quit(), which asks the window to close, and a full-screen one refuses. Not at once: a loop that has not
        # begun yet takes no notice.
        later(0, app, app.exit)

    def quit_with(how: str) -> None:
        ended.append(how)
        leave()

    calm = Gate(lambda work: offload.run(work, lambda _: None))

    def sound() -> Sound:
        from kiosk.audio import open_sound

        return open_sound(off_thread=calm)

    shell = make_shell(
        settings,
        library=library,
        zone=zone,
        sound=sound,
        offload=offload,
        report=picture_faults.append,
        screen=None if settings.windowed else screen_size(),
    )
    frame = Frame(shell.face.window, windowed=settings.windowed)
    frame.show()
    shell.bridge.begin()
    stores: list[Store] = []
    hubs: list[Hub] = []
    desks: list[HostDesk] = []
    syncs: list[Sync] = []
    warming: list[Popen[bytes]] = []

    def opened(error: KnownError | None) -> None:
        if error:
            failed.append(error)
            leave()
            return
        from kiosk.host.duty import kept_code
        from kiosk.shell.afar import Afar
        from kiosk.shell.hosting import HostDesk

        desk = HostDesk(
            bridge=shell.bridge,
            window=shell.face.window,
            library=library,
            sound=shell.sound,
            offload=offload,
            monotonic=time.monotonic,
            app=VERSION,
            quit_with=quit_with,
        )
        desks.append(desk)
        desk.picture_faults = picture_faults
        shell.recorder.attach(stores[0], session=kept_code(stores[0], zone.id, time.time()))
        offload.run(stores[0].recall, lambda _: None)
        desk.attach(stores[0], made=tell_pins)
        if settings.hub:
            side, told = Afar(desk=desk, offload=offload), desk.duty.told()
            offload.run(
                lambda: _serving(settings, library, zone, stores[0], side, told), lambda made: served(desk, made)
            )
        gc.freeze()
        gc.enable()
        later(SYNC_AFTER_MS, app, send)
        if not settings.windowed:
            later(WARM_AFTER_MS, app, warm)

    def send() -> None:
        offload.run(lambda: _sending(settings, library.release, stores[0], syncs), sending)

    def sending(sync: Sync) -> None:
        from kiosk.shell.network import watch

        desks[0].sending.sender = sync
        watch(sync.nudge)

    def served(desk: HostDesk, made: Hub | KnownError) -> None:
        if isinstance(made, KnownError):
            desk.hub_problem = str(made)
            aside.print(f"kiosk: {made}")
            return
        hubs.append(made)
        desk.ipads, duty = made.seen, desk.duty
        duty.changed = lambda: made.tell(**duty.told())
        duty.changed()

    def warm() -> None:
        from kiosk.commands.warming import begin, is_warm

        if not is_warm(settings, library, zone.id, screen_size()):
            warming.append(begin(settings, zone.id, screen_size()))
        offload.run(shell.face.pictures.prune, lambda _: None)

    def shown() -> None:
        from kiosk.shell.memory import give_back_large

        drawn()
        shell.face.desk.make_ready()
        give_back_large()
        frame.settle()
        calm.open()
        offload.run(_opening(settings, library.release, zone.id, stores), opened)

    first = FirstScreen(shell.face.window, shell.face.desk, shown)
    signal.signal(signal.SIGINT, lambda *_: quit_with("interrupt"))
    signal.signal(signal.SIGTERM, lambda *_: quit_with("interrupt"))
    app.exec()
    first.stop()
    frame.release()
    for drawing in warming:
        drawing.terminate()
        drawing.wait()
    for sync in syncs:
        sync.stop()
    _end(shell, stores, hubs)
    if failed:
        raise failed[0]
    return ended[0] if ended else "closed"


def _opening(settings: Settings, release: str, zone: str, stores: list[Store]) -> Callable[[], KnownError | None]:
    """Open the recordings into `stores`: slow to import, so it happens behind the first screen."""

    def work() -> KnownError | None:
        from kiosk.app import VERSION
        from kiosk.store import Entry, Store

        try:
            store = Store.open(settings.data, station=settings.station, release=release, app=VERSION)
        except KnownError as error:
            return error
        for visit in store.interrupted:
            store.record(Entry("interrupted", zone, visit=visit))
        stores.append(store)
        return None

    return work


def _serving(
    settings: Settings, library: Library, zone: Zone, store: Store, side: Side, told: Mapping[str, Any]
) -> Hub | KnownError:
    """Open the hub, with what a host has `told` it. It must not keep anybody from the kiosk's own screen, so what is
    wrong with it is only said."""
    from kiosk.app import make_hub

    try:
        made = make_hub(settings, library=library, zone=zone, store=store, side=side, monotonic=time.monotonic)
    except KnownError as error:
        return error
    made.tell(**told)
    made.start()
    return made


def _sending(settings: Settings, release: str, store: Store, syncs: list[Sync]) -> Sync:
    from kiosk.app import VERSION
    from kiosk.syncing import Sync

    sync = Sync(store, settings.data, station=settings.station, app=VERSION, release=release)
    sync.start()
    syncs.append(sync)
    return sync


def _end(shell: Shell, stores: list[Store], hubs: Sequence[Hub] = ()) -> None:
    """Stop in reverse order of the start. The visit in progress ends, and everything is on disk afterwards."""
    for hub in hubs:
        hub.stop()
    if shell.station.state.id:
        shell.station.leave("host")
    shell.close()
    for store in stores:
        # It may have been opened when nobody waited for it any more.
        shell.recorder.attach(store)
        left = store.close()
        if left:
            raise KnownError(f"{left} records could not be written: free some disk space before the next start.")
