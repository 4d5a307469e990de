"""A deck: an activity compiled to screens and actions, the one contract that every face draws.

All meaning is settled here. Text is plain, defaults are filled in, media carry fingerprints; a face
only draws `Screen.props`, the parts and the actions that `kiosk.player.view` says are on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

END = "@end"
"""The screen name that ends an activity."""

AGAIN = "@again"
"""The screen name that begins the activity afresh."""

Props = dict[str, Any]
"""Plain JSON: strings, numbers, booleans, lists and objects. Units of lengths are picture pixels."""


class When(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A condition on a player's state. Every line of it must hold.

    `needs` and `unless` name flags; an entry `a|b` is met by either. `at_least` and `at_most` compare
    tallies. `after` holds when the last step taken was that `screen/action`.
    """

    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    at_least: dict[str, int] = {}
    at_most: dict[str, int] = {}
    after: str = ""


ALWAYS = When()


class Route(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where an action leads when its condition holds: a screen of the same deck, `END` or `AGAIN`."""

    to: str
    when: When = ALWAYS


class Ask(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An answer that an action carries.

    `one` replaces the answer by one of `options`; `many` switches one of `options` on or off; `text` keeps up
    to `max_length` characters as a note and never puts them into an interaction. `key` is where the answer
    is found again: in the same visit by other activities, and in the evaluation.
    """

    key: str
    kind: Literal["one", "many", "text"]
    options: tuple[str, ...] = ()
    max_length: int = 0
    note: str = ""


class Action(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something that can be done on a screen. The first route whose condition holds is taken; none: stay."""

    id: str
    verb: str
    label: str = ""
    when: When = ALWAYS
    gives: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    tally: dict[str, int] = {}
    routes: tuple[Route, ...] = ()
    ask: Ask | None = None
    props: Props = {}
    puts: tuple[str, str] | None = None
    """A thing, and the place where it lies from now on; an empty place is nowhere."""


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A piece of a screen that is there only when its condition holds, gathered by slot name."""

    slot: str
    props: Props
    when: When = ALWAYS


class Screen(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is shown at one moment. `kind` picks the drawing; `ending` names the outcome it stands for."""

    id: str
    kind: str
    props: Props = {}
    parts: tuple[Part, ...] = ()
    actions: tuple[Action, ...] = ()
    ending: str = ""


class Media(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One file of a release: its path below the content folder, SHA-256, size in bytes, and what it measures."""

    path: str
    sha256: str
    size: int
    kind: Literal["picture", "clip", "twin", "video", "captions"]
    width: int = 0
    height: int = 0
    seconds: float = 0.0


class Deck(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One activity, ready to be walked. `kind` is the name of its folder in `kiosk/activities/`.

    With `back_unsays` going back takes back what was said since: flags, tallies and path are as they were. Without, it
    only shows the screen before, and what was heard or saved stays so.
    """

    id: str
    kind: str
    title: str
    start: str
    screens: Mapping[str, Screen]
    summary: str = ""
    minutes: int = 0
    company: str = ""
    picture: Props = {}
    flags: tuple[str, ...] = ()
    tallies: dict[str, int] = {}
    media: dict[str, Media] = {}
    back_unsays: bool = False


class Screens(Mapping[str, Screen]):
    """Screens as they are kept: each is read from its JSON when somebody first asks for it."""

    def __init__(self, kept: Mapping[str, msgspec.Raw]) -> None:
        self._found: dict[str, Screen | msgspec.Raw] = dict(kept)

    def __getitem__(self, name: str) -> Screen:
        found = self._found[name]
        if isinstance(found, msgspec.Raw):
            found = self._found[name] = msgspec.json.decode(found, type=Screen)
        return found

    def as_kept(self) -> dict[str, Screen | msgspec.Raw]:
        """The same for msgspec to encode, without reading what nobody has asked for."""
        return dict(self._found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


Kept = dict[str, dict[str, msgspec.Raw]]
"""The screens of some decks by deck and id, each as JSON."""


def taken_out(decks: Mapping[str, Deck]) -> tuple[dict[str, Deck], Kept]:
    """Decks without their screens, and those."""
    kept = {
        name: {id: msgspec.Raw(msgspec.json.encode(screen)) for id, screen in deck.screens.items()}
        for name, deck in decks.items()
    }
    return {name: msgspec.structs.replace(deck, screens={}) for name, deck in decks.items()}, kept


def put_back(decks: Mapping[str, Deck], kept: Kept) -> dict[str, Deck]:
    """The decks that `taken_out` parted, their screens still unread. Raises KeyError when some have none."""
    return {name: msgspec.structs.replace(deck, screens=Screens(kept[name])) for name, deck in decks.items()}
