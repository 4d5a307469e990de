"""The few shapes of the picture as SVG: paper with a hard shadow, lines of text, threads. Lengths are pixels."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

INK, SOFT, PAPER, CARD, RULE, LINE = "#16242E", "#43525D", "#FFF8EE", "#FFFFFF", "#E6D8C2", "#8A7C6C"
SHADOW, THREAD = "#2A1430", "#8A7C6C"
TEXT_FACE = "'Atkinson Hyperlegible', 'DejaVu Sans', Verdana, Arial, sans-serif"
TITLE_FACE = "Fraunces, Georgia, 'DejaVu Serif', serif"


class Dye(NamedTuple):
    """A strong colour for lines and words, and its tint for the paper below them."""

    deep: str
    tint: str


STYLES = {
    "form": Dye("#08545E", "#D5ECEC"),
    "kind": Dye("#7A5200", "#FFEFC9"),
    "open": Dye("#2B6A3E", "#DDEFDD"),
    "": Dye("#43525D", "#F3ECE2"),
}
TROUBLE = Dye("#B23A22", "#FFE1D6")
ENDING = Dye("#4F2652", "#EEDFF0")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(
    x: float, y: float, words: str, size: float, *, colour: str = INK, bold: bool = False, face: str = TEXT_FACE
) -> str:
    """One line of text with its base line at `y`. Safe for whatever the words hold."""
    weight = ' font-weight="700"' if bold else ""
    safe = escape(_UNWRITABLE.sub(" ", words))
    return (
        f'<text x="{x:g}" y="{y:g}" font-family={quoteattr(face)} font-size="{size:g}"{weight} fill="{colour}">'
        f"{safe}</text>"
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    radius: float = 10,
    edge: str = "",
    dashed: bool = False,
) -> str:
    """A rectangle with round corners."""
    stroke = f' stroke="{edge}" stroke-width="2"' if edge else ""
    dash = ' stroke-dasharray="7 5"' if dashed else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="{fill}"{stroke}{dash}/>'
    )


def sheet(width: float, height: float, *, fill: str = CARD, edge: str = "", radius: float = 18) -> list[str]:
    """Raised paper at the origin: two hard shadows, never blurred."""
    size = f'x="0" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="{SHADOW}"'
    far = f'<rect y="12" {size} fill-opacity="0.07"/>'
    near = f'<rect y="5" {size} fill-opacity="0.13"/>'
    return [far, near, box(0, 0, width, height, fill=fill, radius=radius, edge=edge)]


def curve(x1: float, y1: float, x2: float, y2: float, *, colour: str, dashed: bool = False, bulge: float = 0) -> str:
    """A thread, level at both ends. With `bulge` both ends face right, and it swings out so far."""
    if bulge:
        a, b = x1 + bulge, x2 + bulge
    else:
        a = b = (x1 + x2) / 2
    dash = ' stroke-dasharray="9 6"' if dashed else ""
    return (
        f'<path d="M{x1:g} {y1:g} C{a:g} {y1:g} {b:g} {y2:g} {x2:g} {y2:g}" fill="none" stroke="{colour}" '
        f'stroke-width="2.5"{dash}/>'
    )


def arrow(x: float, y: float, *, colour: str, rightwards: bool = True) -> str:
    """The head of a thread, its tip at (x, y)."""
    back = x - 11 if rightwards else x + 11
    return f'<path d="M{x:g} {y:g} L{back:g} {y - 6:g} L{back:g} {y + 6:g} Z" fill="{colour}"/>'


def dot(x: float, y: float, *, colour: str, radius: float = 4.5) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'


def group(x: float, y: float, inside: list[str]) -> str:
    """Shapes moved to (x, y)."""
    return f'<g transform="translate({x:g} {y:g})">{"".join(inside)}</g>'


def page(width: float, height: float, title: str, inside: list[str]) -> str:
    """The whole picture on paper."""
    name = escape(_UNWRITABLE.sub(" ", title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><title>{name}</title>'
        f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>\n' + "\n".join(inside) + "\n</svg>\n"
    )
