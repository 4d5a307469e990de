"""`kiosk words`: the files that a translator fills in, brought up to date with the English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.activities import kinds
from kiosk.commands.pairs import Filled, fill, heading, section
from kiosk.commands.terminal import out
from kiosk.content.editions import activity_of
from kiosk.content.faults import Faults
from kiosk.content.library import ACTIVITY
from kiosk.content.own_words import own_words
from kiosk.content.reader import Document, read_file
from kiosk.content.texts import Heard, texts_of
from kiosk.content.translation import CODE, WORDS, LanguageFile, Translation
from kiosk.content.validate import Model, validate
from kiosk.content.venue import Venue
from kiosk.errors import KnownError
from kiosk.settings import Settings

UNREAD = "Nobody who speaks it has read it yet."


def words(settings: Settings, *, code: str, activities: Sequence[str]) -> int:
    """Write the language's own file and the translation of each activity (of every one when none is named)."""
    content = settings.content
    if not CODE.fullmatch(code) or code == "en":
        raise KnownError(f"`{code}` is no other language: name it by its code, such as pl for Polish or ur for Urdu.")
    if not content.is_dir():
        raise KnownError(f"There is no content folder at {content}: say where it is with --content.")
    every = sorted(path.parent.name for path in content.glob(f"[!._]*/{ACTIVITY}"))
    unknown = [name for name in activities if name not in every]
    if unknown:
        raise KnownError(f"There is no activity {unknown[0]} in {content}: use one of {', '.join(every)}.")
    _language(settings, code)
    for name in activities or every:
        _activity(content / name, code)
    out.print(f"Write each `to:` in those files, then look with `kiosk check` and `kiosk tour --language {code}`.")
    return 0


def _language(settings: Settings, code: str) -> None:
    path = settings.content / WORDS / f"{code}.yaml"
    old = _read(path, f"{WORDS}/{code}.yaml", LanguageFile)
    faults = Faults()
    document = read_file(settings.zones, settings.zones.name, faults)
    venue = validate(document, Venue, faults) if document else None
    if venue is None:
        raise KnownError(f"The venue can't be read: {faults.errors[0]}.")
    known = (*old.program, *old.venue, *old.left_over) if old else ()
    program, said = fill(own_words(), known), fill(texts_of(venue), known)
    left = [pair for pair in program.left if pair in said.left]
    lines = [
        "# A language: what it is called by those who speak it, and in it the words of the screens and of the venue.",
        *heading(code, old, UNREAD),
        *section("program", program.pairs),
        *section("venue", said.pairs),
        *section("left_over", [(None, pair) for pair in left]),
    ]
    _write(path, lines)
    _tell(path, Filled((*program.pairs, *said.pairs), tuple(left)))


def _activity(folder: Path, code: str) -> None:
    path, file = folder / f"{code}.yaml", f"{folder.name}/{code}.yaml"
    wanted = _texts(folder)
    if wanted is None:
        out.print(f"{folder.name} can't be read, so {file} is left as it is: see `kiosk check {folder.name}`.")
        return
    old = _read(path, file, Translation)
    filled = fill(wanted, (*old.texts, *old.left_over) if old else ())
    lines = [
        "# What the activity beside this says, in another language: write each `to:`. What is empty stays English.",
        *section("texts", filled.pairs),
        *section("left_over", [(None, pair) for pair in filled.left]),
    ]
    _write(path, lines)
    _tell(path, filled)


def _texts(folder: Path) -> list[Heard] | None:
    document = read_file(folder / ACTIVITY, ACTIVITY, Faults())
    kind = kinds().get(str(document.data.get("kind"))) if document and isinstance(document.data, dict) else None
    model = activity_of(folder, kind) if kind else None
    return texts_of(model) if model else None


def _read(path: Path, file: str, model: type[Model]) -> Model | None:
    """What a translator has written. Raises KnownError rather than write over what can't be read."""
    if not path.is_file():
        return None
    faults = Faults()
    document: Document | None = read_file(path, file, faults)
    found = validate(document, model, faults) if document else None
    if faults.errors or found is None:
        raise KnownError(f"Nothing is written over what can't be read: mend {faults.errors[0]}.")
    return found


def _write(path: Path, lines: Iterable[str]) -> None:
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as error:
        raise KnownError(f"{path} can't be written ({error.strerror}): check space and rights.") from None


def _tell(path: Path, filled: Filled) -> None:
    empty = sum(not pair.to for _, pair in filled.pairs)
    left = f", {len(filled.left)} left over" if filled.left else ""
    out.print(f"{path}: {empty} of {len(filled.pairs)} texts are to be translated{left}.")
