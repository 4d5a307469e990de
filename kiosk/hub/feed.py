"""What an iPad is given to run by itself: the zone, its decks, and the media that they show."""

from __future__ import annotations

import base64
import gzip
import hashlib
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from kiosk.captions import phrases, word_times
from kiosk.codes import modules
from kiosk.content.deck import Deck, Media, Props, Screen, Screens
from kiosk.content.library import Library, Zone
from kiosk.visit import Timing

SERVED = frozenset({"picture", "clip", "twin", "video"})
"""Kinds of media that an iPad shows or plays. Captions are in the decks."""
CODED = ("carry", "address")
"""What props call the text of a QR code."""


@dataclass(frozen=True)
class Sheet:
    """Something to hand over as it is: `body` gzipped, and the `tag` that changes with it."""

    body: bytes
    tag: str


class _Sent(msgspec.Struct):
    """What `/deck` hands over, as far as it is read here."""

    deck: Deck


class Feed:
    """The content of one zone for iPads. Made once for a library; what it hands over is kept packed.

    `drawn` are the kinds that the page can draw: an activity of another kind is not offered.
    """

    def __init__(
        self, *, library: Library, zone: Zone, content: Path, station: str, timing: Timing, drawn: frozenset[str]
    ) -> None:
        self._library, self._zone, self._content = library, zone, content
        self._station, self._timing = station, timing
        every = dict.fromkeys((*zone.scenarios, *zone.activities))
        self._decks = {name: library.decks[name] for name in every if library.decks[name].kind in drawn}
        self._media = _media_of(library, self._decks)
        self._packed: dict[str, Sheet] = {}
        self._in_session: tuple[str, dict[str, tuple[int, str]]] = ("", {})
        self._lock = threading.Lock()

    @property
    def release(self) -> str:
        return self._library.release

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Those that an iPad can play."""
        return tuple(name for name in self._zone.scenarios if name in self._decks)

    @cached_property
    def live(self) -> tuple[str, ...]:
        """The kinds of notes that some screen shows."""
        found = {kind for name in self._decks for one in self._screens(name) for kind in one.props.get("live", ())}
        montage = self._library.words["attract"].get("montage")
        return tuple(sorted(found | set(montage["live"] if montage else ())))

    @cached_property
    def asking(self) -> tuple[str, ...]:
        """The activities that show what those before did."""
        return tuple(name for name in self._decks if any(one.props.get("before") for one in self._screens(name)))

    def whole(self, name: str) -> Deck:
        """A deck of its own, read anew: the library keeps none of it in memory that nobody looks at."""
        sheet = self.deck(name)
        assert sheet is not None  # noqa: S101 - asked only for those that are there
        return msgspec.json.decode(gzip.decompress(sheet.body), type=_Sent).deck

    def _screens(self, name: str) -> tuple[Screen, ...]:
        return tuple(self.whole(name).screens.values())

    def index(self) -> Sheet:
        """`/feed`: all but the decks and the media, with where these are."""
        return self._once("", self._index)

    def deck(self, name: str) -> Sheet | None:
        """`{deck, captions}` of an activity; None: there is none of that name here."""
        return self._once(name, lambda: _deck(self._decks[name])) if name in self._decks else None

    def edition(self, code: str) -> Sheet | None:
        """In a language: `{language, name, title, words, zones, cards, decks, captions, own}`. None: no such."""
        if all(one.code != code for one in self._library.languages):
            return None
        return self._once(f"/{code}", lambda: self._edition(code))

    def _edition(self, code: str) -> bytes:
        found = self._library.edition(code)
        if found is None:
            return b"null"
        decks = {name: deck for name, deck in found.decks.items() if name in self._decks}
        told = {
            "language": {"code": code, "name": found.language.name, "rtl": found.language.rtl},
            "name": found.name,
            "title": found.title,
            "words": found.words,
            "zones": {self._zone.id: found.zones[self._zone.id]},
            "cards": {name: _card(deck) for name, deck in decks.items()},
            "decks": decks,
            "captions": {sha: one for deck in decks.values() for sha, one in _captions(deck).items()},
            "own": found.own,
        }
        return msgspec.json.encode(told, enc_hook=_kept)

    def codes(self, name: str) -> Sheet | None:
        """The QR codes that an activity can show, `{text: [side, squares]}`; None: there is none of that name here."""
        return self._once(f"{name} codes", lambda: _codes(self._decks[name])) if name in self._decks else None

    def session_codes(self, session: str) -> dict[str, tuple[int, str]]:
        """The QR codes that name a session, as above: few, and new with each session. Those of the latest are kept."""
        if self._in_session[0] != session:
            naming = [name for name in self._decks if session and self._names_session(name)]
            texts = {text for name in naming for text in _in_session(self.whole(name), session)}
            self._in_session = (session, {text: _squares(modules(text)) for text in sorted(texts)})
        return self._in_session[1]

    def _names_session(self, name: str) -> bool:
        """Whether anything in a deck does. Quick, where taking a large deck apart would hold up the screen."""
        sheet = self.deck(name)
        return sheet is not None and b"{session}" in gzip.decompress(sheet.body)

    def file(self, sha: str) -> tuple[Path, str] | None:
        """The file of a fingerprint with its MIME type; None: it is none of this zone's."""
        media = self._media.get(sha)
        return (self._content / media.path, mime(media.path)) if media else None

    def _index(self) -> bytes:
        zone, library = self._zone, self._library
        told = {
            "release": library.release,
            "station": self._station,
            "venue": {"name": library.name, "title": library.title},
            "words": library.words,
            "zone": {
                **{name: getattr(zone, name) for name in ("id", "number", "name", "colour", "heading", "intro")},
                "activities": [name for name in zone.activities if name in self._decks],
                "scenarios": self.scenarios,
            },
            "timing": self._timing,
            "languages": [
                {"code": one.code, "name": one.name, "note": one.note, "rtl": one.rtl} for one in library.languages
            ],
            "kinds": sorted({deck.kind for deck in self._decks.values()}),
            "cards": {name: _card(deck) for name, deck in self._decks.items()},
            "decks": {name: f"/deck/{name}?{self._tag(name)}" for name in self._decks},
            "codes": {
                name: f"/codes/{name}?{self._tag(name)}" for name, deck in self._decks.items() if _coded(_plain(deck))
            },
            "media": {sha: _told(media) for sha, media in self._media.items()},
        }
        return msgspec.json.encode(told)

    def _tag(self, name: str) -> str:
        sheet = self.deck(name)
        assert sheet is not None  # noqa: S101 - asked only for those that are there
        return sheet.tag

    def _once(self, name: str, make: Any) -> Sheet:
        with self._lock:
            found = self._packed.get(name)
        if found is None:
            found = packed(make())
            with self._lock:
                self._packed[name] = found
        return found


def packed(plain: bytes) -> Sheet:
    """Gzipped the same way every time, so that the same is known by the same tag."""
    return Sheet(gzip.compress(plain, 6, mtime=0), hashlib.sha256(plain).hexdigest()[:12])


def mime(path: str) -> str:
    """The MIME type of a file of content."""
    kinds = {
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
        "ogg": "audio/ogg", "mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
    }  # fmt: skip
    return kinds.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def _media_of(library: Library, decks: dict[str, Deck]) -> dict[str, Media]:
    """What the decks show and play, and the pictures of the venue's own words."""
    found = {sha: one for deck in decks.values() for sha, one in deck.media.items()}
    for said in library.words.values():
        for one in said.values():
            if isinstance(one, dict) and one.get("sha") in library.media:
                found[one["sha"]] = library.media[one["sha"]]
    return {sha: one for sha, one in found.items() if one.kind in SERVED}


def _card(deck: Deck) -> Props:
    names = ("kind", "title", "summary", "minutes", "company", "picture")
    return {name: getattr(deck, name) for name in names}


def _told(media: Media) -> Props:
    return {"kind": media.kind, "type": mime(media.path), "size": media.size, "seconds": media.seconds}


def _deck(deck: Deck) -> bytes:
    """A deck with the times of the words of its clips, so that captions are the same on every face."""
    return msgspec.json.encode({"deck": deck, "captions": _captions(deck)}, enc_hook=_kept)


def _kept(screens: object) -> object:
    if isinstance(screens, Screens):
        return screens.as_kept()
    raise NotImplementedError(f"{type(screens).__name__} is no part of a deck")


def _plain(deck: Deck) -> Any:
    """The deck as an iPad reads it."""
    return msgspec.json.decode(msgspec.json.encode(deck, enc_hook=_kept))


def _codes(deck: Deck) -> bytes:
    """An iPad draws codes and makes none: `squares` are bits, row by row, dark is 1, packed as base64."""
    return msgspec.json.encode({text: _squares(modules(text)) for text in sorted(_coded(_plain(deck)))})


def _in_session(deck: Deck, session: str) -> set[str]:
    plain = _plain(deck)
    return _coded(plain, session) - _coded(plain)


def _squares(rows: list[list[bool]]) -> tuple[int, str]:
    bits = "".join("1" if dark else "0" for row in rows for dark in row)
    packed = int(bits, 2) << (-len(bits) % 8)
    return len(rows), base64.b64encode(packed.to_bytes((len(bits) + 7) // 8, "big")).decode()


def _coded(plain: Any, session: str = "") -> set[str]:
    """Every text in a deck's plain JSON that is shown as a code in a session, or in none."""
    if isinstance(plain, list):
        return {text for one in plain for text in _coded(one, session)}
    if not isinstance(plain, dict):
        return set()
    own = {plain[name].replace("{session}", session) for name in CODED if isinstance(plain.get(name), str)}
    return own.union(*(_coded(one, session) for one in plain.values()))


def _captions(deck: Deck) -> dict[str, Props]:
    """For each clip by its fingerprint the words and phrases of its text: `[[seconds, first, last], …]`."""
    found: dict[str, Props] = {}
    for clip in _clips(_plain(deck)):
        words = word_times(clip["text"], clip["seconds"])
        found[clip["sha"]] = {
            "words": [[round(word.start, 2), word.char_start, word.char_end] for word in words],
            "phrases": [[round(one.start, 2), one.char_start, one.char_end] for one in phrases(clip["text"], words)],
        }
    return found


def _clips(plain: Any) -> list[Props]:
    """Every clip in a deck's plain JSON: what has a text, a length and a fingerprint, and is no film."""
    if isinstance(plain, list):
        return [clip for one in plain for clip in _clips(one)]
    if not isinstance(plain, dict):
        return []
    if {"sha", "text", "seconds"} <= plain.keys() and "captions" not in plain:
        return [plain]
    return [clip for one in plain.values() for clip in _clips(one)]
