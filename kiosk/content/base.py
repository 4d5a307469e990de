"""What every activity's YAML has in common, and what a kind must bring to be one.

The models are frozen and strict: an unknown key, a wrong type or a text too long for its place on a screen
is a fault. Lengths are pixels of the picture they speak of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kiosk.captions import Cue, cued, phrases, word_times
from kiosk.content.deck import Deck, Props


@dataclass(frozen=True)
class ForPeople:
    """Marks text that visitors read, hear or are told of: what a translation puts into other words. `most` letters."""

    most: int


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
"""An id: small letters, figures and single hyphens, starting with a letter."""
Short = Annotated[str, ForPeople(60), StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
"""A label, a button, a name."""
Line = Annotated[str, ForPeople(160), StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
"""One sentence or two short ones."""
Speech = Annotated[str, ForPeople(320), StringConstraints(min_length=1, max_length=320, strip_whitespace=True)]
"""What a person says in one breath."""
Text = Annotated[str, ForPeople(1200), StringConstraints(min_length=1, max_length=1200, strip_whitespace=True)]
"""Body text; an empty line starts a new paragraph."""
Remark = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
"""To those who look after the content: never on a screen."""
FileName = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Box = Annotated[tuple[int, int, int, int], Field(description="x, y, width, height in picture pixels")]
Point = Annotated[tuple[int, int], Field(description="x, y in picture pixels")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=300)]
Location = tuple[str | int, ...]
"""Where something stands in a document: keys and list positions from the top."""


class Model(BaseModel):
    """A frozen, strict piece of YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Picture(Model):
    """A picture in the activity's own folder."""

    file: FileName
    """Its name; it lies in the same folder."""
    describe: Line
    """What it shows, for people who can't see it."""
    view: Box | None = None
    """Show only this part, on a wide screen."""
    portrait: Box | None = None
    """And this part on a tall one; when you don't say, the same as `view`."""


class Clip(Model):
    """A recorded voice."""

    file: FileName
    """Its name; it lies in the same folder."""
    text: Text
    """Every word that is said: the captions are made from it."""


class Video(Model):
    """A short film."""

    file: FileName
    """Its name; MP4 or WebM."""
    text: Text
    """Every word that is said."""
    describe: Line
    """What is seen."""
    cues: FileName | None = None
    """A WebVTT file beside it: the same words with their times, for a film that is silent for a while."""


class Reason(Model):
    """Why a text is as hard to read as it is."""

    begins: Remark
    """How that text begins, word for word."""
    because: Remark
    """Why it can't be easier."""


class Activity(Model):
    """What every activity says first, whatever its kind."""

    kind: str
    """What sort of activity it is: the name of its kind."""
    title: Short
    """Its name on the zone's home screen."""
    summary: Line
    """One sentence below the title."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """How long it takes, about."""
    company: Short = "Alone or together"
    """Who does it; *Alone or together* when you don't say."""
    picture: Picture
    """The picture on its card."""
    hard_to_read: tuple[Reason, ...] = ()
    """Texts whose reading age is over 12 and that stay so, each with a reason."""


class Problem(Exception):
    """Something a kind's own rules find wrong at `at` in its document: `what` is wrong, `do` what to do."""

    def __init__(self, at: Location, what: str, do: str) -> None:
        super().__init__(what)
        self.at, self.what, self.do = at, what, do


class Shelf:
    """What a kind takes its props from: media by file name, each already probed, and words in the deck's language.

    A picture becomes `{src, sha, describe, width, height, view?, portrait?}`, a clip
    `{src, sha, text, seconds, twin?}` where `twin` is the `{src, sha}` of the same as MP3, a video
    `{src, sha, text, describe, width, height, seconds, captions}` where `captions` are `[second, from, to]`: from that
    second on the characters `from` to `to` of the text are being said.
    """

    def __init__(self, props: Mapping[str, Props], words: Mapping[str, str] | None = None) -> None:
        self._props, self._words = props, words or {}

    def say(self, text: str) -> str:
        """What a kind says by itself, in the language of the deck.

        `text` is the English, written out in the call; of a list of words every one stands in `sayings(…)`. What is
        filled in stands in braces: `shelf.say("{count} of them").format(count=3)`.
        """
        return self._words.get(text, text)

    def picture(self, picture: Picture) -> Props:
        found = {**self._props[picture.file], "describe": picture.describe}
        if picture.view:
            found["view"] = list(picture.view)
        if picture.portrait:
            found["portrait"] = list(picture.portrait)
        return found

    def clip(self, clip: Clip) -> Props:
        return {**self._props[clip.file], "text": clip.text}

    def video(self, video: Video) -> Props:
        film = self._props[video.file]
        # A translation has other words, and so no times of its own.
        timed = self._props[video.cues].get("cues", []) if video.cues else []
        lit = cued(video.text, [Cue(*one) for one in timed]) or phrases(
            video.text, word_times(video.text, film["seconds"])
        )
        captions = [[round(one.start, 2), one.char_start, one.char_end] for one in lit]
        return {**film, "text": video.text, "describe": video.describe, "captions": captions}


def sayings(*texts: str) -> tuple[str, ...]:
    """Words of a kind's own that are handed to `Shelf.say` later: written out here, so that translators find them."""
    return texts


def nothing(_: Any) -> Iterator[Problem]:
    """For kinds that have no advice to give."""
    return iter(())


def nowhere(_: Any) -> dict[str, Location]:
    """For kinds whose screens don't come from one place each: what is wrong with one is told at the top of the file."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of activity: what its YAML may say, what else must be true of it, how it becomes a deck.

    `places` tells where in the document a screen, or a `screen/action`, comes from. `advice` is what could be
    better and keeps nothing from being shown. An activity of a kind with a `room` plays in a room: it is a scenario,
    of which a zone's host chooses one.
    """

    name: str
    model: type[Activity]
    problems: Callable[[Any], Iterator[Problem]]
    compile: Callable[[str, Any, Shelf], Deck]
    places: Callable[[Any], dict[str, Location]] = nowhere
    advice: Callable[[Any], Iterator[Problem]] = nothing
    room: bool = False


def media_of(model: BaseModel, at: Location = ()) -> Iterator[tuple[Location, Picture | Clip | Video]]:
    """Every picture, clip and video that a model names, with where it stands."""
    if isinstance(model, Picture | Clip | Video):
        yield at, model
        return
    for name in type(model).model_fields:
        yield from _media_in(getattr(model, name), (*at, name))


def _media_in(value: object, at: Location) -> Iterator[tuple[Location, Picture | Clip | Video]]:
    if isinstance(value, BaseModel):
        yield from media_of(value, at)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _media_in(inner, (*at, key))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _media_in(inner, (*at, index))


def doubles(ids: list[str], at: Location, what: str) -> Iterator[Problem]:
    """A problem for each id that stands twice in a list found at `at`."""
    for index, one in enumerate(ids):
        if one in ids[:index]:
            yield Problem((*at, index), f"the {what} `{one}` is there twice", "give each an id of its own")


def paragraphs(text: str) -> list[str]:
    """A body text as its paragraphs, each on one line."""
    return [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]


Icon = Literal[
    "again", "alone", "boot", "bus", "calendar", "clock", "cup", "heart", "home", "info", "leaf", "money", "music",
    "needle", "people", "phone", "pledge", "speech", "star", "sun", "warning", "tick", "help", "map-pin", "step-free",
    "printer", "host", "lock",
]  # fmt: skip
