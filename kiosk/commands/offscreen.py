"""A whole kiosk without a display: window, recordings and host menu, for the tour and the self-test."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.app import VERSION, Shell, make_shell
from kiosk.audio import silent_sound
from kiosk.content.library import Library, Zone
from kiosk.errors import KnownError
from kiosk.host.pin import PinName
from kiosk.recording import Recorder
from kiosk.settings import Settings
from kiosk.shell.engine import application
from kiosk.shell.hosting import HostDesk
from kiosk.shell.offload import Immediate
from kiosk.store import Store


@dataclass(frozen=True, kw_only=True)
class Offscreen:
    """`pins` are those of this kiosk; `said` is what it had to say of pictures, and how it was asked to end."""

    shell: Shell
    desk: HostDesk
    store: Store
    pins: dict[PinName, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Raises KnownError when something was not written."""
        self.shell.close()
        left = self.store.close()
        if left:
            raise KnownError(f"{left} records were not written.")


def open_offscreen(
    settings: Settings,
    *,
    library: Library,
    zone: Zone,
    size: tuple[int, int],
    watch: Callable[[Store], Recorder] = lambda store: store,
    pictures: Path | None = None,
) -> Offscreen:
    """The kiosk of one zone, shown at `size`, with its data below `settings.data`. `watch` may look at its records.

    `pictures` is a folder for drawn pictures that is not this kiosk's own.
    """
    application(offscreen=True)
    here = replace(settings, data=settings.data / zone.id)
    sound, said = silent_sound(), list[str]()
    shell = make_shell(
        here,
        library=library,
        zone=zone,
        sound=lambda: sound,
        offload=Immediate(),
        report=said.append,
        pictures=pictures,
    )
    store = Store.open(here.data, station="offscreen", release=library.release, app=VERSION)
    shell.recorder.attach(watch(store))
    desk = HostDesk(
        bridge=shell.bridge,
        window=shell.face.window,
        library=library,
        sound=sound,
        offload=Immediate(),
        monotonic=time.monotonic,
        app=VERSION,
        quit_with=said.append,
    )
    pins: dict[PinName, str] = {}

    def made(found: dict[PinName, str] | KnownError) -> None:
        if isinstance(found, KnownError):
            raise found
        pins.update(found)

    desk.attach(store, made=made)
    shell.face.window.resize(*size)
    shell.face.window.show()
    return Offscreen(shell=shell, desk=desk, store=store, pins=pins, said=said)
