"""The languages of a venue: what a visitor may choose from, and all of the content in one of them.

English is always there. Every other language is an edition: what it says in other words, over the same ids.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.content.deck import Deck, Kept, Props, put_back, taken_out


class Count(msgspec.Struct, frozen=True):
    """How far a file has been translated: `said` of its `texts`."""

    file: str
    said: int
    texts: int


class Language(msgspec.Struct, frozen=True):
    """A language by its `code`, called `name` by those who speak it.

    `note` is what a visitor should know of it before choosing it. `draft` says who should read it; nothing: it is done.
    """

    code: str
    name: str
    rtl: bool = False
    note: str = ""
    draft: str = ""
    counts: tuple[Count, ...] = ()


ENGLISH = Language("en", "English")


class ZoneWords(msgspec.Struct, frozen=True):
    """What is said of a zone."""

    name: str
    heading: str
    intro: str


class Edition(msgspec.Struct, frozen=True):
    """The content in one language. `decks` are those of activities that are translated; the others stay English.

    `program` holds the words of the screens themselves, in Qt's own form (see `kiosk.content.qm`); `own` has all
    of the program's own words by their English.
    """

    language: Language
    name: str
    title: str
    words: dict[str, Props]
    zones: dict[str, ZoneWords]
    decks: dict[str, Deck]
    program: bytes
    own: dict[str, str] = {}


class _Kept(msgspec.Struct):
    """An edition on disk, with the release that it belongs to. Its decks are without their screens."""

    release: str
    edition: Edition
    screens: Kept


def edition_file(cache: Path, code: str) -> Path:
    """Where the edition of a language is kept."""
    return cache / f"library-{code}.json"


def kept_form(edition: Edition, release: str) -> bytes:
    """An edition as it is kept."""
    decks, screens = taken_out(edition.decks)
    return msgspec.json.encode(_Kept(release, msgspec.structs.replace(edition, decks=decks), screens))


def read_edition(file: Path, release: str) -> Edition | None:
    """The edition in a file, or None when it can't be read or belongs to another release."""
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None
    if kept.release != release:
        return None
    return msgspec.structs.replace(kept.edition, decks=put_back(kept.edition.decks, kept.screens))
