"""From YAML to decks: the slow half of the library, imported only when there is something to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from kiosk.content.base import Activity, Clip, Kind, Location, Picture, Problem, Shelf, media_of
from kiosk.content.companions import Timed, cues_of, kind_of, props_by_name, twin_of
from kiosk.content.deck import Deck, Media, Props
from kiosk.content.faults import Fault, Faults
from kiosk.content.library import ACTIVITY, Library, Listing, Progress, Zone, listing, write_kept
from kiosk.content.media import Memo, probe
from kiosk.content.moving import moves_of
from kiosk.content.reader import Document, read_file
from kiosk.content.theme import FILE as THEME
from kiosk.content.theme import check_theme
from kiosk.content.validate import validate
from kiosk.content.venue import Venue
from kiosk.content.venue import problems as venue_problems
from kiosk.content.walk import MAX_STATES, Findings, walk
from kiosk.errors import KnownError


class Compiled(msgspec.Struct, frozen=True):
    """One activity as it is kept: what its folder held, its deck (None: broken), what is wrong, what was read."""

    listing: Listing
    deck: Deck | None
    faults: tuple[Fault, ...]
    media: tuple[Media, ...]
    fingerprint: str


class _Kept(msgspec.Struct):
    program: str
    activities: dict[str, Compiled]


def compile_library(
    *,
    zones: Path,
    content: Path,
    kinds: Mapping[str, Kind],
    folders: Mapping[str, Listing],
    cache: Path | None,
    program: str,
    progress: Progress | None,
) -> Library:
    """The library of a content folder; activities whose folder is as it was come from `cache`."""
    old = _read(cache, program)
    names = [name for name, found in folders.items() if any(file == ACTIVITY for file, _, _ in found)]
    activities: dict[str, Compiled] = {}
    for number, name in enumerate(names):
        if progress:
            progress(number, len(names), name)
        before = old.get(name)
        if before is None or before.listing != folders[name]:
            before = compile_folder(content / name, kinds, folders[name])
        activities[name] = before
    if progress:
        progress(len(names), len(names), "")
    rest = [content / name / file for name in folders if name not in activities for file, _, _ in folders[name]]
    rest += sorted(path for path in content.iterdir() if path.is_file())
    library = _assemble(zones, content, activities, kinds, rest)
    if cache:
        write_kept(cache / "activities.json", msgspec.json.encode(_Kept(program, activities)))
    return library


def _read(cache: Path | None, program: str) -> dict[str, Compiled]:
    if cache is None:
        return {}
    try:
        kept = msgspec.json.decode((cache / "activities.json").read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.activities if kept.program == program else {}


def compile_folder(folder: Path, kinds: Mapping[str, Kind], found: Listing | None = None) -> Compiled:
    """Read one activity's folder: its deck, or why there is none."""
    media: dict[str, Media] = {}
    read = _draft(folder, kinds, media)
    faults = list(read.faults)
    if read.deck:
        faults += walk_faults(read, walk(read.deck))
    broken = any(fault.severity == "error" for fault in faults)
    told = (ACTIVITY, *sorted(f"{one.path}={one.sha256}" for one in media.values()))
    digest = hashlib.sha256("\n".join(told).encode())
    digest.update(_bytes(folder / ACTIVITY))
    return Compiled(
        listing(folder) if found is None else found,
        None if broken else read.deck,
        tuple(sorted(set(faults))),
        tuple(media.values()),
        digest.hexdigest(),
    )


class Draft(msgspec.Struct, frozen=True):
    """One activity as its author has it now, not walked yet: its deck is there even with dead ends in it.

    `lines` has the line that a screen, or a `screen/action`, comes from, where its kind tells.
    """

    file: str
    deck: Deck | None
    faults: tuple[Fault, ...]
    lines: dict[str, int]


def draft(folder: Path, kinds: Mapping[str, Kind]) -> Draft:
    """Read one activity's folder for its author: quick, because nothing is walked."""
    return _draft(folder, kinds, {})


def _draft(folder: Path, kinds: Mapping[str, Kind], media: dict[str, Media]) -> Draft:
    faults, file = Faults(), f"{folder.name}/{ACTIVITY}"
    document = read_file(folder / ACTIVITY, file, faults)
    lines: dict[str, int] = {}
    deck = _deck(document, folder, kinds, faults, media, lines) if document else None
    return Draft(file, deck, tuple(faults), lines)


def _deck(
    document: Document,
    folder: Path,
    kinds: Mapping[str, Kind],
    faults: Faults,
    media: dict[str, Media],
    lines: dict[str, int],
) -> Deck | None:
    data = document.data if isinstance(document.data, dict) else {}
    kind = kinds.get(str(data.get("kind")))
    if kind is None:
        said = f"the kind `{data['kind']}` is not known" if "kind" in data else "the file does not say its `kind:`"
        faults.error(document.file, document.line(("kind",)), said, f"write `kind:` and one of {', '.join(kinds)}")
        return None
    model = validate(document, kind.model, faults)
    if model is None:
        return None
    for problem in kind.problems(model):
        _report(faults, document, problem)
    for advice in kind.advice(model):
        faults.warning(document.file, document.line(advice.at), advice.what, advice.do)
    timed = _probe(model, document, folder, faults, media)
    if faults.errors:
        return None
    shelf = Shelf(props_by_name(media, timed))
    lines.update({name: document.line(at) for name, at in kind.places(model).items()})
    return deck_of(kind, folder.name, model, shelf, media.values())


def deck_of(kind: Kind, name: str, model: Activity, shelf: Shelf, media: Iterable[Media]) -> Deck:
    """The deck of an activity with what its card says."""
    return msgspec.structs.replace(
        kind.compile(name, model, shelf),
        summary=model.summary,
        minutes=model.minutes,
        company=model.company,
        picture=shelf.picture(model.picture),
        media={one.sha256: one for one in media},
    )


def walk_faults(draft: Draft, found: Findings) -> tuple[Fault, ...]:
    """What walking a draft's deck brought to light: dead ends, and what nobody will ever see.

    Of what only follows from something else (it has no line, where a kind gives some) nothing is told.
    """
    faults, lines, file = Faults(), draft.lines, draft.file

    def line(name: str) -> int:
        return lines.get(name, lines.get(name.split("/")[0], 1))

    for dead in found.dead_ends:
        way = " > ".join(dead.path[-4:]) or "the start"
        what = f"`{dead.screen}` is a dead end after {way}: nothing that leads on is on offer there"
        faults.error(file, line(dead.screen), what, "add a choice there that needs nothing")
    for name, to in found.missing:
        faults.error(file, line(name), f"`{name}` leads to `{to}`, which is not there", "correct where it leads")
    if not found.complete:
        what = f"this has more than {MAX_STATES:,} ways through, so not all of them were walked"
        faults.warning(file, 1, what, "use fewer names in `gives:`, `noticed:` and `tally:`")
        return tuple(faults)
    for name in found.unreached:
        if name in lines or not lines:
            faults.warning(file, line(name), f"nobody can reach `{name}`", "lead to it with `goto:`, or remove it")
    for name in found.never_offered:
        if name in lines or not lines:
            faults.warning(file, line(name), f"`{name}` is never on offer", "change what it needs, or remove it")
    return tuple(faults)


def _probe(model: Activity | Venue, document: Document, folder: Path, faults: Faults, media: dict[str, Media]) -> Timed:
    """Look at every file that a model names; what is usable goes into `media` by its name. Returns films' cues."""
    memo: Memo = {}
    timed: Timed = {}
    for at, one in media_of(model):
        found = probe(folder, one.file, kind_of(one), memo=memo)
        if not isinstance(found, Media):
            faults.error(document.file, document.line((*at, "file")), f"`{one.file}` {found.what}", found.do)
            continue
        path = found.path if isinstance(model, Activity) else one.file
        media[one.file] = found = msgspec.structs.replace(found, path=path)
        if isinstance(one, Picture):
            _check_views(one, found, at, document, faults)
        elif isinstance(one, Clip):
            twin = twin_of(folder, found, one.file, memo)
            if isinstance(twin, Media):
                media[twin.path.removeprefix(f"{folder.name}/")] = twin
        elif one.cues:
            cues = cues_of(folder, one.cues, one.text, found.seconds, memo)
            if isinstance(cues, tuple):
                media[one.cues], timed[one.cues] = cues
            else:
                faults.error(document.file, document.line((*at, "cues")), f"`{one.cues}` {cues.what}", cues.do)
    return timed


def _check_views(picture: Picture, media: Media, at: Location, document: Document, faults: Faults) -> None:
    for key, box in (("view", picture.view), ("portrait", picture.portrait)):
        if box and not _inside(box, media):
            line = document.line((*at, key))
            what = f"the {key} {list(box)} is not inside the picture, which is {media.width} by {media.height}"
            faults.error(document.file, line, what, "give x, y, width and height inside it")


def _inside(box: tuple[int, int, int, int], media: Media) -> bool:
    x, y, width, height = box
    return (
        x >= 0 and y >= 0 and min(width, height) > 0 and x + width <= media.width + 1 and y + height <= media.height + 1
    )


def _report(faults: Faults, document: Document, problem: Problem) -> None:
    faults.error(document.file, document.line(problem.at), problem.what, problem.do)


def _assemble(
    zones: Path, content: Path, activities: Mapping[str, Compiled], kinds: Mapping[str, Kind], rest: Iterable[Path]
) -> Library:
    """The library. `rest` are the files that belong to no activity, such as the theme."""
    faults = Faults(fault for one in activities.values() for fault in one.faults)
    document = read_file(zones, zones.name, faults)
    venue = validate(document, Venue, faults) if document else None
    if document is None or venue is None:
        wrong = "; ".join(str(fault) for fault in faults.errors if fault.file == zones.name)
        raise KnownError(wrong or f"{zones} cannot be used.")
    decks = {name: one.deck for name, one in activities.items() if one.deck}
    scenarios = {name for name, deck in decks.items() if kinds[deck.kind].room}
    for problem in venue_problems(venue, there=activities, scenarios={*scenarios, *(set(activities) - set(decks))}):
        _report(faults, document, problem)
    check_theme(content / THEME, faults)
    pictures: dict[str, Media] = {}
    _probe(venue, document, content, faults, pictures)
    shown = tuple(
        Zone(
            zone.id,
            number,
            zone.name,
            zone.colour,
            zone.heading,
            zone.intro,
            tuple(dict.fromkeys(name for name in zone.activities if name in decks)),
            tuple(dict.fromkeys(name for name in zone.scenarios if name in scenarios)),
            tuple(dict.fromkeys(zone.scenarios)),
        )
        for number, zone in enumerate(venue.zones, 1)
    )
    words = words_of(venue, Shelf(props_by_name(pictures)), set(pictures))
    for name, picture in (("landscape", venue.attract.landscape), ("portrait", venue.attract.portrait)):
        if name in words["attract"]:
            words["attract"][name]["moves"], faulty = moves_of(picture, content / picture.file)
            for number, what in faulty:
                line = document.line(("attract", name, "moves", number, "group"))
                do = "name a group of the picture, or remove `moves:`"
                faults.error(document.file, line, f"{picture.file}: {what}", do)
    if montage := venue.attract.montage:
        shown_there = _quotes(decks.get(montage.wall))
        if shown_there:
            words["attract"]["montage"] = {"every": montage.every, **shown_there}
        elif montage.wall in decks:
            what, do = f"`{montage.wall}` has no quotes to show", "name a quotes wall or a pledge wall that has some"
            faults.error(document.file, document.line(("attract", "montage", "wall")), what, do)
    media = {one.sha256: one for kept in activities.values() for one in kept.media}
    media |= {one.sha256: one for one in pictures.values()}
    digest = hashlib.sha256(_bytes(zones))
    for name in sorted(activities):
        digest.update(f"{name}={activities[name].fingerprint}\n".encode())
    for path in rest:
        digest.update(f"{path.relative_to(content)}={hashlib.sha256(_bytes(path)).hexdigest()}\n".encode())
    return Library(
        name=venue.name,
        title=venue.title,
        words=words,
        zones=shown,
        decks=decks,
        media=media,
        faults=tuple(faults),
        left_out=tuple(sorted(set(activities) - set(decks))),
        release=digest.hexdigest()[:12],
    )


def words_of(venue: Venue, shelf: Shelf, usable: set[str]) -> dict[str, Props]:
    """What attract, pause and finish say, with those of their pictures that are `usable`."""
    attract: Props = {"invitation": venue.invitation, "promise": venue.promise}
    for name, picture in (("landscape", venue.attract.landscape), ("portrait", venue.attract.portrait)):
        if picture.file in usable:
            attract[name] = shelf.picture(picture)
    said: dict[str, Props] = {"attract": attract}
    for name, words in (("pause", venue.pause), ("finish", venue.finish)):
        said[name] = {"heading": words.heading, "text": words.text}
        if words.picture and words.picture.file in usable:
            said[name]["picture"] = shelf.picture(words.picture)
    return said


def _quotes(deck: Deck | None) -> Props:
    """`{quotes, live}` of the screen that shows quotes, if a deck has one."""
    for screen in deck.screens.values() if deck else ():
        if screen.props.get("quotes"):
            return {"quotes": screen.props["quotes"], "live": screen.props["live"]}
    return {}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
