"""What stands between the author's window and the files: reads them when they change, and shows what they make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk import player
from kiosk.content.compiling import Draft
from kiosk.content.deck import Deck
from kiosk.content.faults import Fault
from kiosk.content.languages import ENGLISH
from kiosk.content.library import Library
from kiosk.graph.plan import Plan, plan
from kiosk.shell.bridge import Bridge
from kiosk.shell.offload import Offload
from kiosk.shell.preview import reading
from kiosk.shell.preview.drawing import drawn
from kiosk.shell.preview.reading import Examined, Reading, Told, told
from kiosk.shell.preview.retrace import reach, retrace, way
from kiosk.visit import Phase, Preferences

SIZES = (("touchscreen", "Touchscreen", 1920, 1080), ("portrait", "Portrait", 1080, 1920), ("ipad", "iPad", 1180, 820))
"""Id, label, width and height of the screens that can be tried."""
HINT = " Click one to go there."
FIRST: dict[str, Any] = {
    "file": "",
    "sizes": [{"id": one, "label": label, "width": w, "height": h} for one, label, w, h in SIZES],
    "size": SIZES[0][0],
    "texts": ["Text 1.0", "1.2", "1.4"],
    "text": 0,
    "languages": [],
    "language": ENGLISH.code,
    "heading": "",
    "told": "",
    "faults": [],
    "fault": 0,
    "clean": [],
    "said": "",
    "stale": "",
    "empty": True,
    "counts": "",
    "walked": "",
    "graph": {"width": 0, "height": 0, "pill": 0, "lines": "", "way": "", "pills": [], "legend": []},
}
"""What the window shows before anything has been read, and every key that it ever shows."""


class Preview(QObject):
    """Shows one activity's folder while it is written. Lives on the GUI thread and never waits there.

    `read` reads the files; `examine` walks every path and checks what takes longer, and `stop` ends an examination that
    is no longer wanted: it then gives None. `offload` reads, `aside` examines. `clock` gives the time of day in words.
    `open_line` goes to a line of a file and says what it did; it copies by the function that it is handed. `offered` is
    the zone that offers the activity, empty when none does.
    """

    shown = Signal()
    """A reading is on the screen."""
    examined = Signal()

    def __init__(
        self,
        *,
        window: Any,
        bridge: Bridge,
        shell: Any,
        folder: Path,
        read: Callable[[], Reading],
        examine: Callable[[], Examined | None],
        stop: Callable[[], None],
        offload: Offload,
        aside: Offload,
        clock: Callable[[], str],
        open_line: Callable[[Path, int, Callable[[str], None]], str],
        offered: str,
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._shell, self._folder = window, bridge, shell, folder
        self._read, self._examine, self._stop = read, examine, stop
        self._offload, self._aside, self._clock, self._open_line = offload, aside, clock, open_line
        self._offered = offered
        self._station = bridge.station
        self._reading = self._again = False
        self._round = 0
        self._draft: Draft | None = None
        self._whole: Draft | None = None
        self._whole_at = ""
        self._quick: tuple[Fault, ...] = ()
        self._found: Examined | None = None
        self._plan = Plan(width=0, height=0, pills=(), lines=())
        self._times = 0
        self._model = FIRST | {"file": f"{folder.name}/activity.yaml"}
        self._asks: dict[str, Callable[[str], None]] = {
            "size": lambda name: self._show(size=name),
            "text": lambda step: self._prefer(text_step=int(step)),
            "language": lambda code: self._prefer(language=code),
            "fault": self._choose,
            "go": self.go,
            "line": lambda _: self._go_to_line(),
            "walk": lambda _: self._begin_examining(),
            "start": lambda _: self._from_the_start(),
        }
        window.ask.connect(lambda what, name: self._asks[what](name))
        shell.momentChanged.connect(self._moved)

    def reread(self) -> None:
        """The files have changed: read them, once more if they change meanwhile."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._stop()
        self._offload.run(self._read, self._taken)

    def go(self, screen: str) -> None:
        """Show a screen of the activity, by a short way to it."""
        deck = self._station.library.decks.get(self._folder.name)
        if deck and screen in deck.screens:
            self._offload.run(lambda: reach(deck, screen), lambda walk: self._stand(deck, walk))

    def _taken(self, new: Reading) -> None:
        self._reading = False
        self._times += 1
        self._draft, self._quick, self._found = new.draft, new.faults, None
        now = self._clock()
        begun = f"Read again at {now} when you saved" if self._times > 1 else f"Read at {now}"
        if new.tokens:
            self._shell.setProperty("tokens", new.tokens)
            one, *more = new.tokens["type"]["steps"]
            self._model["texts"] = [f"Text {one:.1f}", *(f"{step:.1f}" for step in more)]
        if new.draft.deck and new.library:
            self._whole, self._whole_at = new.draft, now
            self._plan = plan(new.draft.deck)
            self._show_deck(new.draft.deck, new.library)
        hint = HINT if new.faults and new.draft.deck else ""
        self._tell(told=f"{begun}, in {new.seconds:.1f} s.{hint}", fault=0, said="", walked="")
        self.shown.emit()
        if self._again:
            self._again = False
            self.reread()
        elif new.draft.deck:
            self._begin_examining()

    def _show_deck(self, deck: Deck, library: Library) -> None:
        """Put a new deck on the stage, at the screen where the walk stood."""
        station = self._station
        station.library = library
        for edition in library.editions.values():
            station.learn(edition)
        if library.languages:
            every = (ENGLISH, *library.languages)
            self._model["languages"] = [{"code": one.code, "name": one.name} for one in every]
        walk = station.state.walks.get(deck.id)
        if walk is None:
            station.wake()
            station.open_activity(deck.id)
            self._bridge.begin()
            return
        walks = {deck.id: retrace(deck, walk)}
        station.state = msgspec.structs.replace(station.state, walks=walks)
        self._bridge.look_again()

    def _stand(self, deck: Deck, walk: player.State) -> None:
        if self._station.library.decks.get(deck.id) is not deck:
            return
        state = msgspec.structs.replace(
            self._station.state, phase=Phase.ACTIVITY, activity=deck.id, walks={deck.id: walk}
        )  # fmt: skip
        if not state.id:
            self._station.wake()
            state = msgspec.structs.replace(state, id=self._station.state.id)
        self._station.state = state
        self._bridge.look_again()

    def _from_the_start(self) -> None:
        deck = self._station.library.decks.get(self._folder.name)
        if deck:
            self._stand(deck, player.start(deck).state)

    # --- what takes longer ----------------------------------------------------------------------------------------

    def _begin_examining(self) -> None:
        self._stop()
        self._round += 1
        mine = self._round
        self._show(walked="Walking every path …")
        self._aside.run(self._examine, lambda found: self._examined(mine, found))

    def _examined(self, mine: int, found: Examined | None) -> None:
        if mine != self._round or self._draft is None or self._draft.deck is None:
            return
        if found is None:
            self._show(walked="")
            return
        self._found = found
        deck = self._draft.deck
        self._plan = plan(deck, stuck=found.stuck, lost=found.lost)
        hint = {} if self._model["told"].endswith(HINT) or not self.faults else {"told": self._model["told"] + HINT}
        self._tell(walked=reading.walked(deck, found), **hint)
        self.examined.emit()

    # --- what the window shows --------------------------------------------------------------------------------------

    @property
    def faults(self) -> list[Told]:
        """All that is known to be wrong now, the worst first."""
        found = self._found or Examined(())
        return told((*self._quick, *found.faults), found.checks)

    def _tell(self, **more: Any) -> None:
        """Everything anew."""
        broken = self._draft is not None and self._draft.deck is None
        self._show(
            heading=reading.heading(self.faults),
            faults=[reading.row(one, self._folder.name) for one in self.faults],
            clean=reading.clean(self._found is not None, self._offered),
            empty=self._whole is None,
            stale=f"Not whole just now: this is how it was at {self._whole_at}." if broken and self._whole else "",
            **more,
        )
        self._moved()

    def _moved(self) -> None:
        """The walk stands elsewhere: so does its mark in the graph."""
        whole, deck = self._whole, self._station.library.decks.get(self._folder.name)
        if whole is None or deck is None:
            return
        state = self._station.state
        walk = state.walks.get(deck.id)
        trail = way(walk) if walk and state.phase is Phase.ACTIVITY else []
        current = self._draft is whole
        self._show(
            text=state.preferences.text_step,
            language=state.preferences.language,
            counts=reading.counts(deck, len(self._plan.lines)),
            graph=drawn(self._plan, trail, whole, [one.fault for one in self.faults if one.stops] if current else ()),
        )

    def _show(self, **changes: Any) -> None:
        self._model |= changes
        self._window.setProperty("model", self._model)

    # --- what its buttons do ----------------------------------------------------------------------------------------

    def _prefer(self, **changes: int | str) -> None:
        preferences: Preferences = self._station.state.preferences
        self._station.prefer(msgspec.structs.replace(preferences, **changes))
        self._bridge.look_again()

    def _choose(self, number: str) -> None:
        """A fault was touched: show the screen that it is about."""
        self._show(fault=int(number), said="")
        fault = self.faults[int(number)].fault
        if self._draft and self._draft.deck and fault.file == self._draft.file:
            self.go(reading.screen_at(self._draft, fault.line))

    def _go_to_line(self) -> None:
        fault = self.faults[self._model["fault"]].fault
        clipboard = QGuiApplication.clipboard()
        self._show(said=self._open_line(self._folder.parent / fault.file, fault.line, clipboard.setText))
