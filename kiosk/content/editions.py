"""The content in every language besides English: translations put over the models, and compiled as the English is.

What a translation lacks stays English. Ids, flags and routes are those of the English, so a walk begun in one language
goes on in another, and what is recorded is the same in all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.content.base import Activity, Kind, Shelf
from kiosk.content.companions import props_by_name
from kiosk.content.compiling import deck_of, words_of
from kiosk.content.deck import Deck, Media, Props
from kiosk.content.faults import Fault, Faults
from kiosk.content.languages import Count, Edition, Language, ZoneWords
from kiosk.content.library import ACTIVITY, Library, Listing, write_kept
from kiosk.content.own_words import of_screens, own_words
from kiosk.content.qm import Said, qm
from kiosk.content.reader import read_file
from kiosk.content.texts import Heard, in_words, key, texts_of
from kiosk.content.translation import WORDS, LanguageRead, Translation, fill_in, is_translation, match, read_languages
from kiosk.content.validate import validate
from kiosk.content.venue import Venue


class Told(msgspec.Struct, frozen=True):
    """An activity in one language: its deck (None: nothing of it is translated), what is wrong, how far it is."""

    deck: Deck | None
    faults: tuple[Fault, ...]
    count: Count
    sha256: str = ""


class _Kept(msgspec.Struct):
    """What was made of each activity, in each language, of a folder with that listing."""

    key: str
    activities: dict[str, tuple[Listing, dict[str, Told]]]


def with_editions(
    library: Library,
    *,
    zones: Path,
    content: Path,
    kinds: Mapping[str, Kind],
    folders: Mapping[str, Listing],
    cache: Path | None,
    program: str,
) -> Library:
    """The library with an edition for each language of the content, and what is wrong with their translations."""
    faults = Faults(library.faults)
    languages = read_languages(content, faults)
    made = f"{program} {folders.get(WORDS, ())}"
    old = _read(cache, made)
    activities: dict[str, tuple[Listing, dict[str, Told]]] = {}
    for name, deck in library.decks.items():
        before = old.get(name)
        if before is None or before[0] != folders[name]:
            before = folders[name], tell(content / name, deck, kinds, languages)
        activities[name] = before
        for one in before[1].values():
            faults.extend(one.faults)
    for name in library.decks:
        _strays(content, name, folders[name], faults)
    editions = {
        code: _edition(library, language, zones, {name: told[code] for name, (_, told) in activities.items()}, faults)
        for code, language in languages.items()
    }
    if cache and languages:
        write_kept(cache / "editions.json", msgspec.json.encode(_Kept(made, activities)))
    told = sorted(f"{name} {code} {one.sha256}" for name, (_, by) in activities.items() for code, one in by.items())
    release = hashlib.sha256("\n".join((library.release, *told)).encode()).hexdigest()[:12]
    return msgspec.structs.replace(
        library,
        faults=tuple(faults),
        languages=tuple(one.language for one in editions.values()),
        editions=editions,
        release=release if languages else library.release,
    )


def _read(cache: Path | None, made: str) -> dict[str, tuple[Listing, dict[str, Told]]]:
    if cache is None:
        return {}
    try:
        kept = msgspec.json.decode((cache / "editions.json").read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.activities if kept.key == made else {}


def tell(folder: Path, deck: Deck, kinds: Mapping[str, Kind], languages: Mapping[str, LanguageRead]) -> dict[str, Told]:
    """An activity in each of the languages. `deck` is the English one."""
    kind, model = kinds[deck.kind], activity_of(folder, kinds[deck.kind]) if languages else None
    if model is None:
        return {}
    media = {one.path.removeprefix(f"{folder.name}/"): one for one in deck.media.values()}
    return {code: _tell(folder, kind, model, media, language) for code, language in languages.items()}


def activity_of(folder: Path, kind: Kind) -> Activity | None:
    """An activity's model, or None when it can't be used, which is told elsewhere."""
    faults = Faults()
    document = read_file(folder / ACTIVITY, ACTIVITY, faults)
    return validate(document, kind.model, faults) if document else None


def _tell(folder: Path, kind: Kind, model: Activity, media: Mapping[str, Media], language: LanguageRead) -> Told:
    path, file = folder / f"{language.code}.yaml", f"{folder.name}/{language.code}.yaml"
    wanted = texts_of(model)
    faults = Faults()
    if not path.is_file():
        count = Count(file, 0, len({key(heard.text) for heard in wanted}))
        if language.finished:
            what = f"`{folder.name}` is not translated into {language.file.name}"
            faults.error(file, 1, what, fill_in(language.code))
        return Told(None, tuple(faults), count)
    document = read_file(path, file, faults)
    translation = validate(document, Translation, faults) if document else None
    if document is None or translation is None:
        return Told(None, tuple(faults), Count(file, 0, len(wanted)))
    words, count = match(wanted, translation.texts, ("texts",), document, faults, finished=language.finished)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not words:
        return Told(None, tuple(faults), count, digest)
    program, _ = match(own_words(), language.file.program, ("program",), language.document, Faults(), finished=False)
    shelf = Shelf(props_by_name(media), by_text(own_words(), program))
    deck = deck_of(kind, folder.name, in_words(model, words), shelf, media.values())
    return Told(deck, tuple(faults), count, digest)


def by_text(wanted: tuple[Heard, ...], words: Mapping[str, str]) -> dict[str, str]:
    """Of some texts those that have words, by the very text."""
    return {heard.text: words[key(heard.text)] for heard in wanted if key(heard.text) in words}


def _strays(content: Path, name: str, listing: Listing, faults: Faults) -> None:
    """Translations into a language that nobody has described."""
    for file, _, _ in listing:
        code = file.removesuffix(".yaml")
        if is_translation(file) and not (content / WORDS / file).is_file():
            do = f"run `kiosk words {code}`, which makes one, or take this file away"
            faults.error(f"{name}/{file}", 1, f"there is no language `{code}`: `{WORDS}/{file}` is missing", do)


def _edition(
    library: Library, language: LanguageRead, zones: Path, told: Mapping[str, Told], faults: Faults
) -> Edition:
    file, document = language.file, language.document
    program, own = match(own_words(), file.program, ("program",), document, faults, finished=language.finished)
    venue = venue_of(zones)
    words, said = match(texts_of(venue), file.venue, ("venue",), document, faults, finished=language.finished)
    venue = in_words(venue, words)
    counts = (Count(own.file, own.said + said.said, own.texts + said.texts), *(one.count for one in told.values()))
    return Edition(
        language=Language(language.code, file.name, file.direction == "rtl", file.note or "", file.draft or "", counts),
        name=venue.name,
        title=venue.title,
        words=_venue_words(library, venue),
        zones={zone.id: ZoneWords(zone.name, zone.heading, zone.intro) for zone in venue.zones},
        decks={name: one.deck for name, one in told.items() if one.deck},
        own=by_text(own_words(), program),
        program=qm(Said(part, text, program[key(text)]) for part, text in of_screens() if key(text) in program),
    )


def venue_of(zones: Path) -> Venue:
    """The venue, which has been read before and is known to be usable."""
    faults = Faults()
    document = read_file(zones, zones.name, faults)
    venue = validate(document, Venue, faults) if document else None
    assert venue is not None  # noqa: S101 - there is no library of a venue that can't be read
    return venue


def _venue_words(library: Library, venue: Venue) -> dict[str, Props]:
    """What attract, pause and finish say, with the pictures that the English has, and what else is there."""
    pictures: dict[str, Props] = {
        one["src"]: one
        for said in library.words.values()
        for one in said.values()
        if isinstance(one, dict) and "src" in one
    }
    said = words_of(venue, Shelf(pictures), set(pictures))
    return {name: {**english, **said[name]} for name, english in library.words.items()}
