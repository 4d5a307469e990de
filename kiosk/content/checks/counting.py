"""How much was checked, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.content.base import Clip, Picture
from kiosk.content.checks.links import addresses
from kiosk.content.checks.reading import reading_age, sentences
from kiosk.content.checks.subject import Subject
from kiosk.content.texts import texts_of


class Counts(NamedTuple):
    """What has been looked at: each file once, however often it is named. Labels are no sentences."""

    clips: int
    videos: int
    pictures: int
    sentences: int
    links: int

    def __str__(self) -> str:
        told = ((self.clips, "clip"), (self.videos, "video"), (self.pictures, "picture"), (self.sentences, "sentence"),
                (self.links, "link"))  # fmt: skip
        return ", ".join(f"{count:,} {what}{'s' * (count != 1)}" for count, what in told if count) or "nothing"


def counted(subjects: Iterable[Subject]) -> Counts:
    """How much there is in these."""
    clips: set[str] = set()
    videos: set[str] = set()
    pictures: set[str] = set()
    said = linked = 0
    for subject in subjects:
        for _, one in subject.media:
            kind = clips if isinstance(one, Clip) else pictures if isinstance(one, Picture) else videos
            kind.add(subject.before + one.file)
        said += sum(len(sentences(one.text)) for one in texts_of(subject.model) if reading_age(one.text) is not None)
        linked += sum(1 for _ in addresses(subject.document.data))
    return Counts(len(clips), len(videos), len(pictures), said, linked)
