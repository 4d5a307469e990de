"""What an iPad may send. All of it is hostile until it is proven otherwise. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from kiosk.sessions.code import CODE
from kiosk.store.model import NOTE_LIMIT, How

BODY_LIMIT: Final = 512 * 1024
"""Bytes of one request."""

ITEMS_LIMIT: Final = 500
"""Things in one request."""

DETAIL_LIMIT: Final = 4000
"""Characters of one interaction's detail, as JSON."""

DEPTH_LIMIT: Final = 4
"""Lists and objects within each other in a detail, itself the first."""

WRONG: Final = (ValueError, RecursionError, OverflowError)
"""What reading something hostile can raise: no JSON, no such value, no UTF-8, too deep, too large."""

_WORD: Final = r"^[a-z0-9][a-z0-9-]{0,79}\Z"
_ID: Final = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"
_NOTHING: Final = r"^\Z"
_MOST: Final = 2**53
"""The largest whole number that a browser counts exactly."""

Key = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Id = Annotated[str, Meta(pattern=_ID)]
Visit = Annotated[str, Meta(pattern=f"{_NOTHING}|{_ID}")]
Word = Annotated[str, Meta(pattern=_WORD)]
Place = Annotated[str, Meta(pattern=f"{_NOTHING}|{_WORD}")]
"""A word, or empty where there is none."""
Session = Annotated[str, Meta(pattern=rf"{_NOTHING}|^{CODE}\Z")]
Count = Annotated[int, Meta(ge=0, le=_MOST)]


class About(Struct, frozen=True):
    """What an iPad says of itself. `battery` is 0 to 1; `ready` is what it has fetched ahead, for a staged switch."""

    name: Annotated[str, Meta(max_length=200)] = ""
    battery: Annotated[float, Meta(ge=0, le=1)] | None = None
    charging: bool | None = None
    unsent: Count = 0
    release: Annotated[str, Meta(pattern=r"^[\w.+-]{0,80}\Z")] = ""
    activity: Place = ""
    visit: bool = False
    ready: Annotated[str, Meta(pattern=r"^[\w./+-]{0,160}\Z")] = ""


class Body(Struct, frozen=True):
    """One request. `sent` is the iPad's clock, ms; `first` the lowest number that it still has, or 0."""

    ipad: Key
    sent: Count
    items: Annotated[list[Raw], Meta(max_length=ITEMS_LIMIT)] = []
    about: Raw = Raw(b"{}")
    first: Count = 0


class _Item(Struct, frozen=True, tag_field="what"):
    time: Count


class Begin(_Item, frozen=True, tag="begin"):
    visit: Id
    session: Session = ""


class Record(_Item, frozen=True, tag="record"):
    id: Id
    verb: Word
    visit: Visit = ""
    activity: Place = ""
    screen: Place = ""
    detail: dict[str, Any] = {}


class Note(_Item, frozen=True, tag="note"):
    id: Id
    kind: Word
    text: Annotated[str, Meta(max_length=NOTE_LIMIT)]
    visit: Visit = ""
    activity: Place = ""


class End(_Item, frozen=True, tag="end"):
    visit: Id
    how: Literal["finished", "idle", "host", "interrupted", "started-again"]

    @property
    def as_recorded(self) -> How:
        return "finished" if self.how == "started-again" else self.how


Item = Begin | Record | Note | End

_body = msgspec.json.Decoder(Body).decode
_about = msgspec.json.Decoder(About).decode
_item = msgspec.json.Decoder(Item).decode


class Refused(Exception):
    """A request of which nothing is taken: a sentence, and the HTTP `status` that goes with it."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class Unusable(Struct, frozen=True):
    """Something that was sent and cannot be recorded: why not, and what of it may be kept. Never free text."""

    problem: str
    content: str


def read_body(data: bytes) -> Body:
    """Raises Refused."""
    if len(data) > BODY_LIMIT:
        raise Refused(f"A request has at most {BODY_LIMIT} bytes: send less at once.", 413)
    try:
        try:
            return _body(data)
        except msgspec.DecodeError:
            return _body(_HALVES.sub(_whole, data))
    except WRONG as error:
        raise Refused(f"This is not what an iPad sends: {error}") from error


def read_about(raw: Raw) -> About:
    """What it says of itself; nothing when that makes no sense, which keeps nothing else from being taken."""
    try:
        return _about(raw)
    except WRONG:
        return About()


def numbered(items: list[Raw]) -> Iterator[tuple[int, Raw]]:
    """Each thing with its number, up to the first gap. One without a number has that of its place."""
    numbers = [_number(raw) for raw in items]
    first = next((number - place for place, number in enumerate(numbers) if number is not None), 0)
    if first < 1:
        return
    for place, (number, raw) in enumerate(zip(numbers, items, strict=True)):
        if number not in (None, first + place):
            return
        yield first + place, raw


def read_item(raw: Raw) -> Item | Unusable:
    """One thing, as it may be recorded."""
    try:
        item: Item = _item(raw)
        if isinstance(item, Record):
            _fit(item.detail)
        if isinstance(item, Note) and not item.text.strip():
            raise ValueError("a note without a word")
    except WRONG as error:
        return Unusable(str(error)[:200], _outline(raw))
    return item


_HALVES: Final = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
"""Whatever a backslash begins; in the group when it is half a character, as browsers send of a text that was cut."""


def _whole(found: re.Match[bytes]) -> bytes:
    return b"\\ufffd" if found[1] else found[0]


class _Numbered(Struct):
    n: Annotated[int, Meta(ge=1, le=_MOST)]


_numbered = msgspec.json.Decoder(_Numbered).decode


def _number(raw: Raw) -> int | None:
    try:
        return _numbered(raw).n
    except WRONG:
        return None


def _fit(detail: dict[str, Any]) -> None:
    """Raises ValueError for a detail that is too large or too deep."""
    if len(msgspec.json.encode(detail).decode()) > DETAIL_LIMIT:
        raise ValueError(f"a detail of more than {DETAIL_LIMIT} characters")
    level: list[Any] = [detail]
    for _ in range(DEPTH_LIMIT):
        level = [inner for outer in level for inner in (outer.values() if isinstance(outer, dict) else outer)]
        level = [one for one in level if isinstance(one, dict | list)]
    if level:
        raise ValueError(f"a detail with more than {DEPTH_LIMIT} levels")


_OUTLINED: Final = ("n", "time", "what", "id", "visit", "verb", "activity", "screen", "kind", "how")
_PLAIN: Final = re.compile(r"[\w.:/@-]{0,80}", re.ASCII)


def _outline(raw: Raw) -> str:
    """What is worth keeping of something unusable: its size, and the names and numbers in the places known for them."""
    size = len(bytes(raw))
    try:
        item = msgspec.json.decode(raw)
    except WRONG:
        item = None
    if not isinstance(item, dict):
        return f"{size} bytes"
    return f"{size} bytes, { ({key: item[key] for key in _OUTLINED if _plain(item.get(key))}) }"


def _plain(value: object) -> bool:
    if isinstance(value, str):
        return _PLAIN.fullmatch(value) is not None
    return isinstance(value, int) and abs(value) <= _MOST
