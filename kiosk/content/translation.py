"""Translations as they are written: pairs of the English text and what it is in another language.

The English is the key, so that a text that has changed is noticed as missing, and never shown in words of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints

from kiosk.content.base import Line, Location, Model, Short
from kiosk.content.faults import Faults
from kiosk.content.languages import Count
from kiosk.content.reader import Document, read_file
from kiosk.content.texts import Heard, key, tidy
from kiosk.content.validate import validate

WORDS = "words"
"""The folder of the content that holds one file for each language."""
CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
"""What a language is called in file names, as on the web: `pl`, `pt-BR`."""


def is_translation(file: str) -> bool:
    """Whether a file of an activity's folder is called as its translations are: `pl.yaml`."""
    return file.endswith(".yaml") and CODE.fullmatch(file.removesuffix(".yaml")) is not None


LONGER = 1.35
"""How much longer than the room for the English a translation may be: most languages need more letters."""

_Anything = Annotated[str, StringConstraints(max_length=4000)]


class Pair(Model):
    """An English text, and what it is in the language of the file; empty: not translated yet."""

    en: Annotated[str, StringConstraints(min_length=1, max_length=4000)]
    to: _Anything = ""


Pairs = Annotated[tuple[Pair, ...], Field(max_length=4000)]


class Translation(Model):
    """An activity in another language. `left_over` keeps what was translated once and is no longer there in English."""

    texts: Pairs = ()
    left_over: Pairs = ()


class LanguageFile(Model):
    """A language: what it is called by those who speak it, and the words of the screens and of the venue in it.

    `note` is what visitors are told before they choose it; `draft` says who should read it before it counts as done.
    """

    kind: Literal["language"]
    name: Short
    direction: Literal["ltr", "rtl"] = "ltr"
    note: Line | None = None
    draft: Line | None = None
    program: Pairs = ()
    venue: Pairs = ()
    left_over: Pairs = ()


class LanguageRead(NamedTuple):
    """A language's file as it was read, with its document for faults."""

    code: str
    file: LanguageFile
    document: Document

    @property
    def finished(self) -> bool:
        return self.file.draft is None


def read_languages(content: Path, faults: Faults) -> dict[str, LanguageRead]:
    """Every language of the content by its code. One whose file can't be used is left out, and the faults say why."""
    found: dict[str, LanguageRead] = {}
    for path in sorted((content / WORDS).glob("*.yaml")):
        file = f"{WORDS}/{path.name}"
        if not CODE.fullmatch(path.stem) or path.stem == "en":
            do = "call it by a language's code, such as `pl.yaml`; English is in the content itself"
            faults.error(file, 1, f"`{path.stem}` is no other language", do)
            continue
        document = read_file(path, file, faults)
        language = validate(document, LanguageFile, faults) if document else None
        if document and language:
            found[path.stem] = LanguageRead(path.stem, language, document)
    return found


def match(
    wanted: Iterable[Heard],
    pairs: tuple[Pair, ...],
    at: Location,
    document: Document,
    faults: Faults,
    *,
    finished: bool,
) -> tuple[dict[str, str], Count]:
    """The words for the `wanted` English texts out of the `pairs` at `at` in a file, by `key`, and how many there are.

    What can't be used is told and stays English. What is missing is told when the language is `finished`.
    """
    room: dict[str, Heard] = {}
    for heard in wanted:
        known = room.get(key(heard.text))
        if key(heard.text) and (known is None or heard.most < known.most):
            room[key(heard.text)] = heard
    words: dict[str, str] = {}
    seen: dict[str, int] = {}
    unfit: set[str] = set()
    left: list[int] = []
    for number, pair in enumerate(pairs):
        line, english, to = document.line((*at, number)), key(pair.en), tidy(pair.to)
        if english in seen:
            what = f"“{_start(english)}” is already on line {seen[english]}"
            faults.error(document.file, line, what, "keep one of the two")
            continue
        seen[english] = line
        if english not in room:
            left.append(number)
        elif to and _fits(room[english], to, line, document, faults):
            words[english] = to
        elif to:
            unfit.add(english)
    _tell_left(left, pairs, at, document, faults)
    missing = [one for one in room if one not in words and one not in unfit]
    if finished and missing:
        what = f"{len(missing)} of {len(room)} texts are not translated, the first is “{_start(missing[0])}”"
        faults.error(document.file, document.line(at), what, fill_in(Path(document.file).stem))
    return words, Count(document.file, len(words), len(room))


def fill_in(code: str) -> str:
    """What to do about texts that a finished language lacks."""
    return f"run `kiosk words {code}` and fill in what is empty, or call it a `draft:` in `{WORDS}/{code}.yaml`"


def _tell_left(left: list[int], pairs: tuple[Pair, ...], at: Location, document: Document, faults: Faults) -> None:
    if not left:
        return
    first = pairs[left[0]]
    many = "1 text is" if len(left) == 1 else f"{len(left)} texts are"
    what = f"{many} left over: nothing says “{_start(key(first.en))}” in English any more"
    do = f"run `kiosk words {Path(document.file).stem}`, which puts what changed in its place"
    faults.warning(document.file, document.line((*at, left[0])), what, do)


def _fits(heard: Heard, to: str, line: int, document: Document, faults: Faults) -> bool:
    most = int(heard.most * LONGER)
    if len(to) > most:
        what = f"this has {len(to):,} letters and the place for it {most:,}"
        faults.error(document.file, line, what, "say it more briefly")
        return False
    wanted, got = blanks(heard.text), blanks(to)
    if wanted != got:
        named = " and ".join(f"`{one}`" for one in wanted) or "nothing"
        has = " and ".join(f"`{one}`" for one in got) or "nothing"
        what = f"“{_start(key(heard.text))}” has {named} to be filled in, its translation {has}"
        faults.error(document.file, line, what, "write the same signs in both, each where it belongs")
        return False
    return True


_BLANK = re.compile(r"%[0-9n]|\{[a-z_]+\}")


def blanks(text: str) -> list[str]:
    """The signs in a text that stand for what is filled in later: `%1`, `%n`, `{count}`."""
    return sorted(_BLANK.findall(text))


def _start(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:48].rstrip()}…"
