"""SVG from content: what is refused, and which groups of a picture are shown.

Pictures are drawn by Qt, which ignores scripts, but a file can still be made to eat memory or to reach outside.
So only plain shapes pass: no DTD, no entities, no references to anything outside the file, no elements beyond those
listed here, and limits on bytes, elements, depth and size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

from kiosk.errors import KnownError

MAX_BYTES = 2_000_000
MAX_ELEMENTS = 20_000
MAX_DEPTH = 64
MAX_SIDE = 10_000.0

SVG = "http://www.w3.org/2000/svg"
SHAPES = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "defs", "title", "desc"),
    )
)
MOODS = ("guarded", "listening", "moved", "laughing")
_LINKS = ("href", "src")

ET.register_namespace("", SVG)


class UnsafePicture(KnownError):
    """A picture that cannot be shown; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Ids of groups to show and to hide in one drawing of a picture."""

    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


def read_svg(data: bytes) -> ET.Element:
    """Parses an SVG and returns its root, or raises UnsafePicture with one sentence."""
    if len(data) > MAX_BYTES:
        raise UnsafePicture(f"The SVG is {len(data):,} bytes; keep it under {MAX_BYTES:,}.")
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    guard = _Guard(builder)
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.EntityDeclHandler = guard.doctype
    parser.ProcessingInstructionHandler = guard.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnsafePicture(f"The SVG is not well-formed ({error}); save it again as plain SVG.") from None
    root = builder.close()
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafePicture("The file is not an SVG picture; save it again as plain SVG.")
    _check_size(root)
    return root


class _Guard:
    def __init__(self, builder: ET.TreeBuilder) -> None:
        self._builder = builder
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        space, _, local = tag.rpartition("}")
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise UnsafePicture(
                f"The SVG has over {MAX_ELEMENTS:,} elements or is nested over {MAX_DEPTH} deep; simplify it."
            )
        if space != SVG or local not in SHAPES:
            raise UnsafePicture(f"The SVG uses <{local}>, which is not allowed; draw it with plain shapes.")
        for key, value in attributes.items():
            _check_attribute(key.rpartition("}")[2], value)
        self._builder.start(f"{{{SVG}}}{local}", {k: v for k, v in attributes.items() if "}" not in k})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(f"{{{SVG}}}{tag.rpartition('}')[2]}")

    def doctype(self, *_: object) -> None:
        raise UnsafePicture("The SVG has a DOCTYPE or an ENTITY; save it again as plain SVG without them.")

    def instruction(self, *_: object) -> None:
        raise UnsafePicture("The SVG has a processing instruction; save it again as plain SVG without it.")


def _check_attribute(name: str, value: str) -> None:
    low = "".join(value.split()).lower()
    outside = "url(" in low and low.count("url(") != low.count("url(#")
    link = name.lower() in _LINKS and not low.startswith("#")
    if name.lower().startswith("on") or outside or link or "javascript:" in low or "@import" in low:
        raise UnsafePicture(f"The SVG's {name} reaches outside the picture or runs something; take it out.")


def _check_size(root: ET.Element) -> None:
    _, _, width, height = view_box(root)
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise UnsafePicture(f"The SVG is {width:g} by {height:g}; keep each side over 0 and up to {MAX_SIDE:g}.")


def view_box(root: ET.Element) -> tuple[float, float, float, float]:
    """The picture's own units as (x, y, width, height): its viewBox, or its width and height."""
    text = root.get("viewBox")
    parts = text.replace(",", " ").split() if text else ["0", "0", root.get("width", ""), root.get("height", "")]
    try:
        x, y, width, height = (float(part.removesuffix("px")) for part in parts)
    except ValueError:
        raise UnsafePicture("The SVG has no size; give it a viewBox of four numbers.") from None
    return x, y, width, height


def ids(root: ET.Element) -> frozenset[str]:
    """Every id in the picture."""
    return frozenset(found for element in root.iter() if (found := element.get("id")))


def with_groups(root: ET.Element, groups: Groups) -> bytes:
    """The SVG as bytes with the named groups shown or hidden; ids that are not there are ignored."""
    for element in root.iter():
        found = element.get("id")
        if found in groups.show:
            element.attrib.pop("display", None)
        elif found in groups.hide:
            element.set("display", "none")
    return bytes(ET.tostring(root, encoding="utf-8"))


def moods_of(known: Iterable[str], person: str) -> tuple[str, ...]:
    """Moods that a room person is drawn with; empty for a leader portrait (person "")."""
    known = frozenset(known)
    return tuple(mood for mood in MOODS if person and f"{person}-face-{mood}" in known)


def face_groups(known: Iterable[str], person: str, mood: str, *, mouth_open: bool, eyes_closed: bool) -> Groups:
    """Groups that make one look of one face.

    `person` is "" for a leader portrait (`eyes`, `mouth-open` … at the top), else a name such as `woman` whose
    faces are `woman-face-<mood>-…`. An unknown mood falls back to the first that is drawn.
    """
    moods = moods_of(known, person)
    if moods:
        mood = mood if mood in moods else moods[0]
        face = f"{person}-face-{mood}"
        show, hide = [face], [f"{person}-face-{other}" for other in moods if other != mood]
        stem = f"{face}-"
    else:
        show, hide, stem = [], [], f"{person}-" if person else ""
    for part, other, swapped in (("mouth", "mouth-open", mouth_open), ("eyes", "eyes-closed", eyes_closed)):
        first, second = f"{stem}{part}", f"{stem}{other}"
        shown, hidden = (second, first) if swapped and second in frozenset(known) else (first, second)
        show.append(shown)
        hide.append(hidden)
    return Groups(tuple(show), tuple(hide))


def face_parts(known: Iterable[str], person: str) -> tuple[str, ...]:
    """Ids of everything that moves in a face, for its bounds."""
    known = frozenset(known)
    moods = moods_of(known, person)
    if moods:
        wanted = [f"{person}-face-{mood}" for mood in moods]
    else:
        stem = f"{person}-" if person else ""
        wanted = [f"{stem}{part}" for part in ("mouth", "mouth-open", "eyes", "eyes-closed")]
    return tuple(part for part in wanted if part in known)
