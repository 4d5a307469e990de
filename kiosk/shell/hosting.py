"""The host menu on this station's screen: the hidden way in, the pads, and what a host does there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.audio import Sound, gain
from kiosk.content.library import Library
from kiosk.errors import KnownError
from kiosk.host import menu, readiness
from kiosk.host.duty import Duty
from kiosk.host.menu import ForIT, HostAction, Menu, Stage, Step
from kiosk.host.pages import Page, tabs
from kiosk.host.pin import Outcome, PinGuard, PinName
from kiosk.sessions.code import FIGURES, LETTERS, is_code, takes
from kiosk.shell.bridge import Bridge
from kiosk.shell.door import HiddenDoor
from kiosk.shell.offload import Offload
from kiosk.shell.sending import SendingDesk
from kiosk.visit import Phase

if TYPE_CHECKING:
    from kiosk.centre import Membership
    from kiosk.store import Status, Store

VOLUME = "volume"
START_VOLUME = 70
REFRESH = 1.0
"""Seconds between looks at the disk and the recording while the menu is open."""
SETTLE = 60.0
"""Seconds between tidying up of PIN tries that are over."""
_CLOSED = {"page": ""}
_TITLES: dict[ForIT, str] = {"leave": "Leave the kiosk", "join": "Join a central store"}


class HostDesk:
    """What a host can do here. Until the store is open there is no PIN to compare, and the menu stays shut."""

    def __init__(
        self,
        *,
        bridge: Bridge,
        window: Any,
        library: Library,
        sound: Sound,
        offload: Offload,
        monotonic: Callable[[], float],
        app: str,
        quit_with: Callable[[str], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`monotonic` gives seconds, `clock` those since 1970."""
        self._bridge, self._window, self._library, self._sound = bridge, window, library, sound
        self._offload, self._now, self._app, self._quit = offload, monotonic, app, quit_with
        self._station = bridge.station
        self._menu, self._timing = Menu(), menu.Timing()
        self._door = HiddenDoor(window, monotonic=monotonic, knock=self.knock, touched=self.touched)
        self._store: Store | None = None
        self._guard: PinGuard | None = None
        self._began = monotonic()
        self._panel: tuple[readiness.Row, ...] = ()
        self._looked = -REFRESH
        self._settled = monotonic()
        self._volume = START_VOLUME
        self._shown: dict[str, dict[str, Any]] = {}
        self.picture_faults: list[str] = []
        self.ipads: Callable[[], Mapping[str, Any]] = dict
        self.hub_problem = ""
        self.duty = Duty(zone=self._station.zone, decks=library.decks, clock=clock)
        self.sending = SendingDesk(offload=offload, clock=clock)
        self._problem = ""
        self._asks: dict[str, Callable[[str], Step | None]] = {
            "knock": lambda _: self._knock("host"),
            "pin": self._pin,
            "key": lambda key: menu.press(self._menu, key, self._now()),
            "page": lambda page: menu.go(self._menu, Page(page), self._now()),
            "close": lambda _: menu.close(self._menu),
            "switch-now": lambda name: menu.switch(self._menu, name, "now", self._now()),
            "switch-after": lambda name: menu.switch(self._menu, name, "after-visit", self._now()),
            "start-again": lambda _: menu.start_again(self._menu, self._now()),
            "volume": lambda percent: menu.volume(self._menu, int(percent), self._now()),
            "sound-test": lambda _: menu.sound_test(self._menu, self._now()),
            "pause": lambda _: menu.pause(self._menu, self._now()),
            "resume": lambda _: menu.resume(self._menu, self._now()),
            "approve": lambda note: menu.approve(self._menu, note, self._now()),
            "decline": lambda note: menu.decline(self._menu, note, self._now()),
            "session-key": lambda key: menu.session_key(self._menu, key, self._now()),
            "session": lambda _: menu.start_session(self._menu, self._now()),
            "session-end": lambda _: menu.end_session(self._menu, self._now()),
            "restart": lambda _: menu.restart(self._menu, self._now()),
            "send": lambda _: menu.send(self._menu, self._now()),
            "leave": lambda _: self._knock("it", "leave"),
            "join-wanted": self._want_to_join,
            "join-cancel": lambda _: menu.stop_joining(self._menu, self._now()),
            "join": self._join,
        }
        bridge.host_asks = self.ask
        bridge.after_visit = self._visit_ended
        bridge.after_tick = self.tick
        bridge.host_is_here = self.covers

    def attach(self, store: Store, *, made: Callable[[dict[PinName, str] | KnownError], None]) -> None:
        """The store is open: PINs, the chosen scenario and the volume are known.

        `made` is told the PINs that there were none of yet, by name, or why they can't be kept.
        """
        self._store = store
        self._guard = guard = PinGuard(kept=store, clock=self._now)
        self.duty.attach(store)
        self._station.change_session(self.duty.code)
        if self._station.state.id:
            # It began before anybody could know which session is on.
            self._station.state = msgspec.structs.replace(self._station.state, session=self.duty.code)
        self._turn(store.get_kept(VOLUME, START_VOLUME))
        if self._station.state.phase in (Phase.ATTRACT, Phase.HOME):
            self._station.change_scenario(self.duty.room.on)
            self._bridge.show()
        self._offload.run(lambda: _make_missing(guard), made)

    def _turn(self, volume: int) -> None:
        """How loud clips and films are from now on, 0 to 100."""
        self._volume = volume
        self._sound.set_volume(volume)
        self._window.setProperty("filmGain", gain(volume))

    @property
    def guard(self) -> PinGuard | None:
        """Compares PINs; None until the store is open."""
        return self._guard

    def seen(self) -> dict[str, Any]:
        """What a host sees who is not here: what the duty says, and whether somebody is `visiting`."""
        return {**self.duty.seen(), "visiting": bool(self._station.state.id)}

    def knock(self) -> None:
        """The hidden way in was used."""
        self._knock("host")

    def ask(self, verb: str, detail: str) -> None:
        """Something was touched in the menu."""
        self._problem = ""
        step = self._asks[verb](detail)
        if step:
            self._take(step)

    def tick(self) -> None:
        """Time passes: a corner held long enough opens the pad, a menu nobody touches closes."""
        self._door.tick()
        if self.duty.tick():
            self._station.change_session(self.duty.code)
            self.show()
        if menu.covers(self._menu):
            self._take(menu.tick(self._menu, self._now(), self._timing))
        if self._guard and self._now() - self._settled >= SETTLE:
            self._settled = self._now()
            self._offload.run(self._guard.settle, lambda _: None)

    @property
    def stage(self) -> Stage:
        """What of the menu is on the screen."""
        return self._menu.stage

    def covers(self) -> bool:
        """Whether a host is at the screen."""
        return menu.covers(self._menu)

    def show(self) -> None:
        """Hand the window the menu as it is now, each half only when it has changed: a fresh list under a finger that
        is down would lose its touch."""
        for name, fresh in (("host", self.view()), ("hostHealth", self.health())):
            if self._shown.get(name) != fresh:
                self._shown[name] = fresh
                self._window.setProperty(name, fresh)

    def touched(self) -> None:
        """A finger went down somewhere: that keeps the menu open."""
        if menu.covers(self._menu):
            self._menu = menu.touch(self._menu, self._now()).state

    def view(self) -> dict[str, Any]:
        """What HostLayer.qml draws."""
        state, now = self._menu, self._now()
        if state.stage is Stage.CLOSED:
            return _CLOSED
        if state.stage in (Stage.PIN, Stage.IT_PIN):
            return {
                "page": "pin",
                "title": "Staff only" if state.stage is Stage.PIN else _TITLES[state.wanted],
                "entered": len(state.digits),
                "sentence": menu.sentence(state, now),
                "wrong": bool(state.message or menu.locked_seconds(state, now)),
                "locked": bool(state.checking or menu.locked_seconds(state, now)),
            }
        return {
            "page": state.page.value,
            "where": f"{self._station.zone.name}, {self._library.name}",
            "tabs": [msgspec.to_builtins(tab) for tab in self._tabs()],
            **self.seen(),
            "problem": self._problem,
            "code": {
                "letters": LETTERS,
                "figures": FIGURES,
                "entered": state.code,
                "takes": takes(state.code),
                "whole": is_code(state.code),
            },
            "volume": self._volume,
            "faults": self._faults(),
            "ipads": self.ipads(),
            "join": self.sending.sheet() if state.joining else None,
        }

    def health(self) -> dict[str, Any]:
        """What changes in the menu by itself: how the kiosk is doing, and when the menu closes."""
        if self._menu.stage is not Stage.OPEN:
            return {}
        left = menu.seconds_left(self._menu, self._now(), self._timing)
        return {
            "closes": f"Locks itself in {menu.countdown(left)}",
            "rows": [msgspec.to_builtins(row) for row in self._panel],
            "overall": msgspec.to_builtins(readiness.overall(self._panel)),
            "sync": self.sending.buttons(),
        }

    def _tabs(self) -> tuple[Any, ...]:
        paused = self._station.state.phase is Phase.PAUSED
        usable, notes, faults = len(self.duty.room.usable), len(self.duty.waiting()), len(self._faults())
        return tabs(scenarios=usable, notes=notes, faults=faults, paused=paused, ipads=bool(self.ipads()))

    def _faults(self) -> list[str]:
        return [str(fault) for fault in self._library.faults] + self.picture_faults

    def _pin(self, digits: str) -> Step | None:
        """A whole PIN from the pad, one digit after the other."""
        for digit in digits:
            self._take(menu.press(self._menu, digit, self._now()))
        return None

    def _want_to_join(self, _: str) -> None:
        self.sending.forget()
        self._knock("it", "join")

    def _join(self, typed: str) -> None:
        """Ask the centre that was typed, somewhere else: the network may take its time."""
        self.sending.join(typed, self._joined)
        self.touched()
        self.show()

    def _joined(self, member: Membership) -> None:
        self._looked = -REFRESH
        self._take(menu.joined(self._menu, member.centre, self._now()))

    def _knock(self, name: PinName, wanted: ForIT = "leave") -> None:
        """Bring up a pad. The guard may be waiting for the disk, so it is asked elsewhere."""
        guard = self._guard
        if guard is None:
            return

        def stands(standing: Outcome) -> None:
            now = self._now()
            host = name == "host"
            self._take(
                menu.knock(self._menu, now, standing) if host else menu.ask_it(self._menu, now, standing, wanted)
            )

        self._offload.run(lambda: guard.standing(name), stands)

    def _take(self, step: Step) -> None:
        """Keep the menu's state, do and record what the host did, have a PIN compared elsewhere."""
        if menu.covers(self._menu) and not menu.covers(step.state):
            self.sending.forget()
        self._menu = step.state
        for action in step.actions:
            try:
                self.do(action)
            except KnownError as error:
                self._problem = str(error)
        check, guard = step.check, self._guard
        if check and guard:
            self._offload.run(
                lambda: guard.try_pin(check.name, check.digits.reveal()),
                lambda outcome: self._take(menu.checked(self._menu, check, outcome, self._now())),
            )
        self._look()
        self.show()

    def do(self, action: HostAction) -> None:
        """Do and record what a host did, here or on a tablet. Raises KnownError when it can't be done."""
        store = self._store
        if store is None:
            return
        self.duty.do(action, visit=self._station.state.id)
        match action.verb:
            case "host-switch":
                self._follow()
            case "host-session" | "host-session-end":
                self._station.change_session(self.duty.code)
            case "host-start-again":
                self._bridge.host_ends_visit()
            case "host-volume":
                self._turn(action.detail["volume"])
                store.set_kept(VOLUME, self._volume)
            case "host-sound-test":
                self._sound.test()
            case "host-pause":
                self._bridge.pause()
                self._take(menu.close(self._menu))
            case "host-resume":
                self._bridge.unpause()
                self._take(menu.close(self._menu))
            case "host-approve" | "host-decline":
                self._bridge.show()
            case "host-send":
                self.sending.send()
                self._looked = -REFRESH
            case "host-restart":
                self._quit("restart")
            case "host-leave":
                self._quit("leave")

    def _follow(self) -> None:
        """The scenario that the host chose comes on, unless it waits for the visit."""
        room = self.duty.room
        if not room.pending and self._station.scenario != room.on:
            self._bridge.host_ends_visit()
            self._station.change_scenario(room.on)
        self._bridge.show()

    def _visit_ended(self) -> None:
        self.duty.visit_ended()
        self._station.change_scenario(self.duty.room.on)

    def _look(self) -> None:
        """Bring the panel up to date, at most once in `REFRESH` seconds and away from the GUI thread."""
        store = self._store
        if store is None or self._menu.stage is not Stage.OPEN or self._now() - self._looked < REFRESH:
            return
        self._looked = self._now()
        sender = self.sending.sender
        self._offload.run(lambda: (store.status(), sender.oldest() if sender else 0), self._looked_at)

    def _looked_at(self, found: tuple[Status, int]) -> None:
        status, oldest = found
        library, sound, ipads = self._library, self._sound.state(), self.ipads()
        titles = tuple(name.replace("-", " ") for name in library.left_out)
        errors = sum(fault.severity == "error" for fault in library.faults)
        self._panel = readiness.rows(
            readiness.Facts(
                left_out=titles,
                faults=errors + len(self.picture_faults),
                warnings=len(library.faults) - errors,
                scenario_notice=self.duty.room.notice,
                sound=sound.kind,
                sound_sentence=sound.sentence,
                recording_faults=status.faults,
                held=status.held,
                dropped=status.dropped,
                quarantined=status.quarantined,
                free_bytes=status.free_bytes,
                unsent=status.unsent,
                notes_waiting=status.notes_waiting,
                ipads=len(ipads["ipads"]) if ipads else None,
                ipads_unsent=ipads.get("unsent", 0),
                hub_problem=self.hub_problem,
                certificate_days=ipads.get("certificate_days"),
                certificate_misses=ipads.get("certificate_misses", ""),
                app_version=self._app,
                content_release=library.release,
                uptime=self._now() - self._began,
                **self.sending.facts(oldest),
            )
        )
        if menu.covers(self._menu):
            self.show()


def _make_missing(guard: PinGuard) -> dict[PinName, str] | KnownError:
    try:
        return guard.make_missing()
    except KnownError as error:
        return error
