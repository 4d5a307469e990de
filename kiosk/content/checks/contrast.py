"""Everything that is to be read stands out from what lies behind it: WCAG 2.2, for every pair that the theme makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.faults import Fault
from kiosk.content.reader import Document
from kiosk.content.theme_model import Theme, Zones

WORDS, PARTS, HIGH = 4.5, 3.0, 7.0
"""The least contrast of words, of signs and edges that tell something, and of anything in high contrast."""


class Pair(NamedTuple):
    """A colour on another, by their keys in theme.yaml; `zone` stands for each of the zones. `where` it is met."""

    colour: str
    ground: str
    least: float
    where: str


PAIRS = (
    Pair("palette.ink", "palette.paper", WORDS, "words on a page"),
    Pair("palette.ink", "palette.card", WORDS, "words on a card"),
    Pair("palette.ink", "palette.done_tint", WORDS, "words on what was chosen"),
    Pair("palette.ink", "palette.good_lane", WORDS, "words on the road taken"),
    Pair("palette.ink", "palette.usual_lane", WORDS, "words on the usual road"),
    Pair("palette.ink", "palette.host_ground", WORDS, "words in the host menu"),
    Pair("palette.ink", "palette.sunflower", WORDS, "words on a sunflower button or note"),
    Pair("palette.ink", "zone.ground", WORDS, "words above the hills"),
    Pair("palette.ink", "zone.tint", WORDS, "words on a chosen card or a note"),
    Pair("palette.ink", "zone.hill", WORDS, "words on a hill"),
    Pair("palette.ink_soft", "palette.paper", WORDS, "smaller words on a page"),
    Pair("palette.ink_soft", "palette.card", WORDS, "smaller words on a card"),
    Pair("palette.ink_soft", "palette.host_ground", WORDS, "smaller words in the host menu"),
    Pair("palette.ink_soft", "zone.ground", WORDS, "smaller words above the hills"),
    Pair("palette.paper", "palette.ink", WORDS, "words on a dark label, a caption"),
    Pair("palette.paper", "palette.done_deep", WORDS, "words on a label that says done"),
    Pair("palette.paper", "palette.warning", WORDS, "a row of the host menu that waits"),
    Pair("palette.paper", "palette.fault", WORDS, "a row of the host menu that is wrong"),
    Pair("palette.paper", "zone.deep", WORDS, "words on a zone's deep colour"),
    Pair("palette.slot_ink", "palette.slot", WORDS, "the question mark in an empty circle"),
    Pair("palette.done_deep", "palette.paper", WORDS, "what was noticed, on a page"),
    Pair("palette.done_deep", "palette.card", WORDS, "what was noticed, on a card"),
    Pair("palette.done_deep", "palette.done_tint", WORDS, "what was noticed, on its tint"),
    Pair("palette.done_deep", "palette.good_lane", WORDS, "what was noticed, on the road taken"),
    Pair("palette.fault", "palette.paper", WORDS, "a PIN that was wrong"),
    Pair("zone.on_base", "zone.base", WORDS, "words on a zone's bright colour"),
    Pair("zone.ink_on_deep", "zone.deep", WORDS, "words on a zone's deep colour"),
    Pair("zone.on_button", "zone.button", WORDS, "words on the main button"),
    Pair("zone.name", "palette.paper", WORDS, "a speaker's name on a page"),
    Pair("zone.name", "palette.card", WORDS, "a small heading on a card"),
    Pair("zone.name", "zone.tint", WORDS, "a small heading on a chosen card"),
    Pair("zone.name", "zone.ground", WORDS, "a small heading above the hills"),
    Pair("zone.deep", "palette.paper", PARTS, "marks on a page"),
    Pair("zone.deep", "palette.card", PARTS, "marks on a card"),
    Pair("zone.deep", "zone.tint", PARTS, "signs on a chosen card"),
    Pair("zone.deep", "zone.ground", PARTS, "marks above the hills"),
    Pair("palette.line", "palette.paper", PARTS, "the edge of a button on a page"),
    Pair("palette.line", "palette.card", PARTS, "the edge of a button on a card"),
    Pair("palette.line", "palette.host_ground", PARTS, "the edge of a button in the host menu"),
    Pair("palette.line", "zone.ground", PARTS, "the edge of a button above the hills"),
    Pair("palette.line", "palette.done_tint", PARTS, "the edge of what was chosen"),
    Pair("palette.sunflower", "palette.ink", PARTS, "the sign of the host menu"),
    Pair("palette.paper", "palette.done", PARTS, "the tick on what was found"),
    Pair("high_contrast.ink", "high_contrast.ground", HIGH, "words in high contrast"),
    Pair("high_contrast.accent", "high_contrast.ground", HIGH, "what is chosen, in high contrast"),
    Pair("high_contrast.on_accent", "high_contrast.accent", HIGH, "words on what is chosen, in high contrast"),
    Pair("palette.ink", "high_contrast.accent", HIGH, "the last button of a visit, in high contrast"),
    Pair("palette.paper", "palette.ink", HIGH, "the button on the attract picture, in high contrast"),
)

DECORATION = (
    "palette.rule", "palette.thread", "palette.stitch_empty", "palette.shadow", "palette.under", "palette.dim",
)  # fmt: skip
"""Colours that tell nothing by themselves, or that lie below everything."""


def contrast(theme: Theme, document: Document, pairs: tuple[Pair, ...] = PAIRS) -> Iterator[Fault]:
    """Pairs of the theme that are too much alike, each at the line of its first colour."""
    for colour, ground, least, where in (one for pair in pairs for one in each_zone(pair)):
        above, below = value_of(theme, colour), value_of(theme, ground)
        found = ratio(above, below)
        # Cut off and not rounded: 4.49 is not 4.5.
        if found < least:
            darker = luminance(above) < luminance(below)
            what = f"`{colour}` on `{ground}` has a contrast of {int(found * 100) / 100:g} ({where})"
            ways = ("darker", "lighter") if darker else ("lighter", "darker")
            do = f"make `{colour}` {ways[0]} or `{ground}` {ways[1]}, to {least:g} or more"
            yield Fault(document.file, document.line(tuple(colour.split("."))), what, do)


def each_zone(pair: Pair) -> list[Pair]:
    """A pair for each of the zones that it stands for."""
    if "zone." not in f"{pair.colour} {pair.ground}":
        return [pair]
    return [
        pair._replace(
            colour=pair.colour.replace("zone.", f"zones.{zone}."), ground=pair.ground.replace("zone.", f"zones.{zone}.")
        )
        for zone in Zones.__struct_fields__
    ]


def value_of(theme: Theme, key: str) -> str:
    """The colour of a key such as `palette.ink`."""
    found: object = theme
    for part in key.split("."):
        found = getattr(found, part)
    return str(found)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
