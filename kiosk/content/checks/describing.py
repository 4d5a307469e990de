"""Every picture and video is described for those who can't see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from kiosk.content.base import Clip
from kiosk.content.checks.subject import Subject
from kiosk.content.faults import Fault
from kiosk.content.texts import texts_of

FEWEST = 4
"""Words that a description has at least."""
_WORD = re.compile(r"[^\W_]+")
_FILE = re.compile(r"\S+\.(svg|png|jpe?g|webp|gif|mp4|webm)", re.IGNORECASE)
_DO = "say who or what is seen, and what is going on"


def describing(subject: Subject) -> Iterator[Fault]:
    """Descriptions that are a file's name, a title over again, or hardly a word."""
    other = {_plain(one.text): one.at for one in texts_of(subject.model) if one.at[-1] != "describe"}
    for at, one in subject.media:
        if isinstance(one, Clip):
            continue
        here, words = (*at, "describe"), _plain(one.describe)
        if _FILE.fullmatch(one.describe) or words == _plain(PurePosixPath(one.file).stem):
            yield subject.fault(here, f"`describe` is only the name of the file, “{one.describe}”", _DO)
        elif words in other:
            yield subject.fault(here, f"`describe` only says `{_key(other[words])}` over again, “{one.describe}”", _DO)
        elif len(words.split()) < FEWEST:
            yield subject.fault(here, f"`describe` is too short to show anything: “{one.describe}”", _DO)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _key(at: tuple[str | int, ...]) -> str:
    return next(str(part) for part in reversed(at) if isinstance(part, str))
