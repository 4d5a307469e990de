"""The look: `theme.yaml` as one frozen model, for every face.

Colours are #RRGGBB, lengths pixels of a 1920 x 1080 screen, times milliseconds.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from kiosk.content.deck import Props
from kiosk.content.faults import Faults
from kiosk.content.library import write_kept
from kiosk.errors import KnownError

FILE = "theme.yaml"

Colour = Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$", description="#RRGGBB in quotes")]
Family = Annotated[str, Meta(min_length=1, max_length=60)]
Pixels = Annotated[int, Meta(ge=0, le=2000)]
Time = Annotated[int, Meta(ge=0, le=60_000)]
Weight = Annotated[int, Meta(ge=1, le=1000)]
Share = Annotated[float, Meta(ge=0, le=1)]
Scale = Annotated[float, Meta(ge=1, le=3)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of the theme. Every key of it must be there, and no other."""


class Palette(Part, frozen=True):
    ink: Colour
    ink_soft: Colour
    paper: Colour
    card: Colour
    line: Colour
    rule: Colour
    thread: Colour
    stitch_empty: Colour
    slot: Colour
    slot_ink: Colour
    shadow: Colour
    under: Colour
    done: Colour
    done_deep: Colour
    done_tint: Colour
    warning: Colour
    fault: Colour
    good_lane: Colour
    usual_lane: Colour
    host_ground: Colour
    dim: Colour
    sunflower: Colour


class ZoneColours(Part, frozen=True):
    base: Colour
    on_base: Colour
    deep: Colour
    ink_on_deep: Colour
    ground: Colour
    tint: Colour
    hill: Colour
    button: Colour
    on_button: Colour
    name: Colour


class Zones(Part, frozen=True):
    sunflower: ZoneColours
    coral: ZoneColours
    teal: ZoneColours
    leaf: ZoneColours
    plum: ZoneColours


class HighContrast(Part, frozen=True):
    ground: Colour
    ink: Colour
    accent: Colour
    on_accent: Colour
    outline: Pixels
    text_scale: Scale


class Sizes(Part, frozen=True):
    attract: Pixels
    title: Pixels
    question: Pixels
    section: Pixels
    card_title: Pixels
    speech: Pixels
    choice: Pixels
    lead: Pixels
    body: Pixels
    label: Pixels
    meta: Pixels
    floor: Pixels


class Type(Part, frozen=True):
    """Typefaces. `display_axes` belong to the variable one; `steps` are the factors of a delegate's text sizes."""

    display: Family
    display_axes: dict[str, float]
    heading_weight: Weight
    speech_weight: Weight
    body: Family
    sizes: Sizes
    steps: tuple[Scale, Scale, Scale]


class Depth(Part, frozen=True):
    """Shadows: how strong, and how far the near and the far one lie below."""

    strength_near: Share
    strength_far: Share
    low: tuple[Pixels, Pixels]
    card: tuple[Pixels, Pixels]
    sheet: tuple[Pixels, Pixels]
    press: Pixels


class Shape(Part, frozen=True):
    """Radii of corners, and the measures that every page keeps."""

    card: Pixels
    choice: Pixels
    bubble: Pixels
    sheet: Pixels
    quiet: Pixels
    touch: Pixels
    rail: Pixels
    margin: Pixels
    margin_portrait: Pixels


class Motion(Part, frozen=True):
    press_in: Time
    press_out: Time
    card_in: Time
    card_rise: Pixels
    card_stagger: Time
    page: Time
    fade: Time
    stitch: Time
    ring: Time
    ring_every: Time
    mouth_hold: Time
    blink: Time
    blink_every_least: Time
    blink_every_most: Time
    reduced_fade: Time


class Theme(Part, frozen=True):
    kind: Literal["theme"]
    palette: Palette
    zones: Zones
    high_contrast: HighContrast
    type: Type
    depth: Depth
    shape: Shape
    motion: Motion


def tokens(theme: Theme) -> Props:
    """The theme as plain JSON, for faces that look values up by name."""
    plain: Props = msgspec.json.decode(msgspec.json.encode(theme))
    return plain


class _Kept(msgspec.Struct):
    """A theme as it was read last, from a file of that size that was changed then."""

    size: int
    changed_ns: int
    theme: Theme


def read_theme(path: Path, kept: Path | None = None) -> Theme:
    """The theme. `kept` is a file that saves reading the YAML again. Raises KnownError with every fault of it."""
    if kept:
        with suppress(OSError, msgspec.DecodeError):
            old, seen = msgspec.json.decode(kept.read_bytes(), type=_Kept), path.stat()
            if (old.size, old.changed_ns) == (seen.st_size, seen.st_mtime_ns):
                return old.theme
    faults = Faults()
    theme = check_theme(path, faults)
    if theme is None:
        raise KnownError("; ".join(str(fault) for fault in faults.errors))
    if kept:
        seen = path.stat()
        write_kept(kept, msgspec.json.encode(_Kept(seen.st_size, seen.st_mtime_ns, theme)))
    return theme


def check_theme(path: Path, faults: Faults) -> Theme | None:
    """The theme as its file says now. None: it can't be used, and the faults say why."""
    from kiosk.content.reader import read_file
    from kiosk.content.validate import validate

    if not path.exists():
        faults.error(path.name, 1, "this file is missing", "put it back: it holds the colours and typefaces")
        return None
    before = len(faults.errors)
    document = read_file(path, path.name, faults)
    if document is None or validate(document, _checker(Theme), faults) is None or len(faults.errors) > before:
        return None
    return msgspec.convert(document.data, Theme)


def _checker(part: type[Part]) -> Any:
    """The same model for the check that tells every fault of a file at once: too slow to import for every start."""
    from pydantic import create_model

    from kiosk.content.base import Model

    hints = get_type_hints(part, include_extras=True)
    fields: dict[str, Any] = {name: (_checked(hint), ...) for name, hint in hints.items()}
    return create_model(part.__name__, __base__=Model, **fields)


def _checked(hint: Any) -> Any:
    from pydantic import Field

    if isinstance(hint, type) and issubclass(hint, Part):
        return _checker(hint)
    if get_origin(hint) is Annotated:
        plain, meta = get_args(hint)
        said = {
            name: getattr(meta, name) for name in ("pattern", "description", "min_length", "max_length", "ge", "le")
        }
        return Annotated[plain, Field(**{name: value for name, value in said.items() if value is not None})]
    if get_origin(hint) is tuple:
        return GenericAlias(tuple, tuple(_checked(one) for one in get_args(hint)))
    return hint
