"""Between the window and the station: what the window asks for goes in, the new moment comes out.

The window is `Main.qml`. It holds no rules; it emits signals and draws the properties that are set here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer

from kiosk.captions import Phrase, Word, phrases, spoken, word_times
from kiosk.captions import window as lit_phrase
from kiosk.content.deck import Props
from kiosk.content.languages import Edition
from kiosk.player import Offer
from kiosk.shell.memory import give_back_free
from kiosk.shell.offload import Offload
from kiosk.station import Spot, Station
from kiosk.visit import TEXT_STEPS, Change, Preferences

if TYPE_CHECKING:
    from kiosk.audio import Sound
    from kiosk.shell.faces import Faces

VOICE_MS = 33
"""How often captions and mouths are brought up to date while a clip plays."""
TICK_MS = 250

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class Bridge(QObject):
    """Wires one window to one station. Lives on the GUI thread and never waits there."""

    def __init__(
        self,
        *,
        window: Any,
        station: Station,
        sound: Sound,
        offload: Offload,
        content: Path,
        speak: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        """`speak` is told the table of the program's own words; an empty one is English."""
        super().__init__(window)
        self._speak_in, self._spoken = speak, ""
        self._window, self.station, self._sound, self._offload = window, station, sound, offload
        self._content = content
        self.after_visit: Callable[[], None] = lambda: None
        self.after_tick: Callable[[], None] = lambda: None
        self.host_is_here: Callable[[], bool] = lambda: False
        self.host_asks: Callable[[str, str], None] = lambda *_: None
        self._film = False
        self._spot = station.spot
        self._heard_at: dict[str, Spot] = {}
        self._loaded = ""
        self._faces: Faces = {}
        self._known_faces: dict[str, Faces] = {}
        self._words: tuple[Word, ...] = ()
        self._phrases: tuple[Phrase, ...] = ()
        self._clip: Props = {}
        self._voice = QTimer(self, interval=VOICE_MS)
        self._voice.timeout.connect(self._speak)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self.tick)
        sound.on_ended = self._ended
        self._asks: dict[str, Callable[[str, str], None]] = {
            "wake": lambda *_: self._wake(),
            "language": lambda code, _: self._choose(code),
            "open": lambda activity, _: self._open(activity),
            "act": self.act,
            "back": lambda *_: self._move(station.back),
            "home": lambda *_: self._move(station.home),
            "finish": lambda *_: self._move(station.finish),
            "carry-on": lambda *_: self._move(station.touch),
            "start-again": lambda *_: self._move(lambda: station.leave("started-again")),
            "leave": lambda *_: self._move(lambda: station.leave("finished")),
            "text-size": lambda *_: self._prefer(text_step=(self._preferences.text_step + 1) % TEXT_STEPS),
            "contrast": lambda *_: self._prefer(contrast=not self._preferences.contrast),
            "sound": lambda *_: self._prefer(sound=not self._preferences.sound),
            "host": lambda verb, detail: self.host_asks(verb, detail),
            "host-open": lambda *_: self.host_asks("knock", ""),
            "hold-clip": lambda *_: self._hold(sound.pause),
            "resume-clip": lambda *_: self._hold(sound.resume),
        }
        window.ask.connect(self._asked)
        window.busy.connect(self._set_film)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the present moment and let time pass."""
        self.show()
        self._ticks.start()

    def stop(self) -> None:
        """No more ticks: the window is about to go. A clip that still plays ends, which is recorded."""
        self._ticks.stop()
        self._voice.stop()
        self._sound.stop()
        self._sound.poll()
        self._window.removeEventFilter(self)

    def show(self) -> None:
        """Hand the window the present moment, in the language that is spoken now."""
        edition = self.station.edition
        code = edition.language.code if edition else ""
        if code != self._spoken:
            self._spoken = code
            self._speak_in(edition.program if edition else b"")
        moment = self.station.moment()
        if moment["view"]:
            self._prepare()
            moment["view"]["faces"] = self._faces
            moment["view"]["content"] = self._content.absolute().as_uri() + "/"
        self._window.setProperty("moment", moment)
        self._window.setProperty("stillThere", self.station.seconds_left())

    def look_again(self) -> None:
        """The library is another one, or the visit stands elsewhere: prepare anew what is needed, and show it."""
        self._loaded, self._known_faces = "", {}
        self._take(Change(self.station.state))

    def act(self, action: str, answer: str) -> None:
        """An action of the open activity. One that plays a clip starts it, or stops it if it is the one playing."""
        offer = self._offer(action)
        clip: Props | None = offer.props.get("clip") if offer else None
        if offer and clip:
            if offer.verb == "play" and self._sound.playing == clip["sha"]:
                self._sound.stop()
                return
            self._take(self.station.act(action, answer))
            self._play(clip)
            return
        before = self.station.spot
        self._take(self.station.act(action, answer))
        if self.station.spot != before:
            self._arrive()

    def tick(self) -> None:
        """Time passes: the sound's events, then the idle clock."""
        self._sound.poll()
        asked = self.station.state.asked
        phase = self.station.state.phase
        self._taken(self.station.tick(busy=self._busy()))
        if self.station.state.phase is not phase or self.station.state.asked != asked:
            self.show()
        elif asked is not None:
            self._window.setProperty("stillThere", self.station.seconds_left())
        self.after_tick()

    def pause(self) -> None:
        """Show "back in five minutes"."""
        self._move(self.station.pause)

    def unpause(self) -> None:
        """Open to visitors again."""
        self._move(self.station.unpause)

    def host_ends_visit(self) -> None:
        """A host ends the visit in progress, if there is one."""
        if self.station.state.id:
            self._move(lambda: self.station.leave("host"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _PRESSES or not self.station.state.id:
            return False
        if self.station.state.asked is None:
            self._taken(self.station.touch())
            return False
        if event.type() is not QEvent.Type.KeyPress:
            return False
        # The sheet takes touches itself. A key answers it too, and does nothing else.
        self._move(self.station.touch)
        return True

    @property
    def _preferences(self) -> Preferences:
        return self.station.state.preferences

    def _asked(self, what: str, name: str, answer: str) -> None:
        self._asks[what](name, answer)

    def _move(self, event: Callable[[], Change]) -> None:
        self._take(event())

    def _wake(self) -> None:
        self._take(self.station.wake())

    def _open(self, activity: str) -> None:
        self._take(self.station.open_activity(activity))
        self._arrive()

    def _prepare(self) -> None:
        """On entering an activity: decode its clips ahead of the screens that play them, and find its faces."""
        deck = self.station.deck
        if deck is None or deck.id == self._loaded:
            return
        self._loaded, self._faces = deck.id, self._known_faces.get(deck.id, {})
        for one in deck.media.values():
            if one.kind == "clip":
                self._sound.load(one.sha256, self._content / one.path)
        if deck.id not in self._known_faces:
            from kiosk.shell.faces import faces_in

            self._offload.run(lambda: (deck.id, faces_in(deck.media, self._content)), self._found_faces)

    def _found_faces(self, found: tuple[str, Faces]) -> None:
        activity, faces = found
        self._known_faces[activity] = faces
        if activity == self._loaded and faces:
            self._faces = faces
            self.show()

    def _arrive(self) -> None:
        """On a new screen a person who speaks there is heard."""
        view = self.station.view()
        said = view.slots.get("says") if view else None
        if said and "clip" in said[0]:
            self._play(said[0]["clip"])

    def _play(self, clip: Props) -> None:
        self._clip = clip
        self._heard_at[clip["sha"]] = self.station.spot
        self._sound.play(clip["sha"], seconds=clip["seconds"])
        self._words = word_times(clip["text"], clip["seconds"])
        self._phrases = phrases(clip["text"], self._words)
        self._voice.start()
        self._speak()

    def _hold(self, change: Callable[[], None]) -> None:
        change()
        self._speak()

    def _ended(self, key: str, seconds: float, complete: bool) -> None:
        detail = {"clip": key[:12], "seconds": round(seconds, 1), "complete": complete}
        self.station.tell("heard", detail, self._heard_at[key])

    def _speak(self) -> None:
        """Bring captions and mouths up to date."""
        self._sound.poll()
        window, key = self._window, self._sound.playing
        if key is None or key != self._clip.get("sha"):
            self._voice.stop()
            window.setProperty("voiceKey", "")
            window.setProperty("loudness", 0.0)
            return
        position = self._sound.position
        lit, said = lit_phrase(self._phrases, position), spoken(self._words, position)
        window.setProperty("voiceKey", key)
        window.setProperty("voiceSeconds", self._sound.duration(key) or self._clip["seconds"])
        window.setProperty("voicePosition", position)
        window.setProperty("voicePaused", self._sound.paused)
        window.setProperty("phraseStart", lit.char_start if lit else 0)
        window.setProperty("phraseEnd", lit.char_end if lit else 0)
        window.setProperty("saidEnd", said.char_end if said else 0)
        window.setProperty("loudness", self._sound.level(position))

    def _busy(self) -> bool:
        """Somebody is here although nobody touches: a clip or film runs, or a host has the menu open."""
        heard = self._sound.playing is not None and not self._sound.paused
        return self._film or heard or self.host_is_here()

    def _set_film(self, on: bool) -> None:
        self._film = on

    def _choose(self, code: str) -> None:
        """The delegate wants another language. Its texts are read the first time that somebody asks for it."""
        if self.station.knows(code):
            self._prefer(language=code)
            return
        asked = self.station.state.id

        def read(edition: Edition | None) -> None:
            if edition:
                self.station.learn(edition)
            if edition and self.station.state.id == asked:
                self._prefer(language=code)

        self._offload.run(lambda: self.station.library.edition(code), read)

    def _prefer(self, **changes: int | bool | str) -> None:
        preferences = msgspec.structs.replace(self._preferences, **changes)
        self._take(self.station.prefer(preferences))
        self._sound.set_muted(not self._preferences.sound)

    def _take(self, change: Change) -> None:
        self._taken(change)
        self.show()

    def _taken(self, change: Change) -> None:
        """What follows from any change: clips and films end with their screen, and nothing outlasts a visit."""
        if self.station.spot != self._spot:
            self._spot = self.station.spot
            self._film = False
            self._sound.stop()
        if change.ended:
            self._sound.set_muted(False)
            self._loaded = ""
            self._offload.run(give_back_free, lambda _: None)
            self.after_visit()

    def _offer(self, action: str) -> Offer | None:
        view = self.station.view()
        return next((one for one in view.actions if one.id == action), None) if view else None
