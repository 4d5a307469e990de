"""SVG pictures from content: proof that they only draw, and how large they are.

A face hands them to a browser or to Qt. So only plain shapes pass, which every face draws alike and which can neither
run nor fetch anything nor grow when they are drawn: no DTD and no entities, no elements beyond those listed here,
nothing that points outside the file, and limits on bytes, elements, depth and size.
"""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree as ET
from xml.parsers import expat

from kiosk.content.pictures import checked
from kiosk.content.unfit import Unfit

MAX_BYTES = 2_000_000
MAX_ELEMENTS = 20_000
MAX_DEPTH = 64

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
SHAPES = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "defs", "title", "desc"),
    )
)

_PLAIN = "save it as plain SVG"
_INSTEAD = (
    ({"text", "tspan", "textPath"}, "turn its letters into paths: a screen may not have its font"),
    ({"style"}, "save it with its styles as attributes"),
    ({"image", "feImage"}, "put in plain shapes, or export the whole picture as WebP"),
    ({"use", "symbol", "clipPath", "mask", "pattern", "filter", "marker"}, "turn it into plain shapes"),
)
_FUNCTIONS = frozenset(
    ("matrix", "translate", "scale", "rotate", "skewx", "skewy", "rgb", "rgba", "hsl", "hsla", "url")
)
_CALL = re.compile(r"(?<![\w-])([\w-]+)\(")
"""Begins where a word begins: looked for at every letter, a long path would take seconds."""
_URL = re.compile(r"url\((['\"]?)#[^'\"()]*\1\)")
_NAMES = ("id", "class", "data-", "aria-")
"""Attributes that hold names: whatever stands in them is not read as a value."""
_LINKS = frozenset(("href", "src", "srcset", "base", "action", "formaction"))

ViewBox = tuple[float, float, float, float]


def read_svg(data: bytes) -> ET.Element:
    """The root of an SVG that only draws, without what editors keep for themselves. Raises Unfit."""
    if len(data) > MAX_BYTES:
        raise Unfit(f"is an SVG of {len(data) / 1e6:.1f} MB", "simplify it to under 2 MB, or export it as WebP")
    builder = ET.TreeBuilder()
    guard = _Guard(builder)
    parser = expat.ParserCreate("UTF-8", namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = guard.opened
    parser.EndElementHandler = guard.closed
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.ProcessingInstructionHandler = guard.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise Unfit(f"is not a whole SVG picture (line {error.lineno}: {reason})", "export it again") from None
    root = builder.close()
    if root.tag != f"{{{SVG}}}svg":
        raise Unfit(f"begins with <{_local(root.tag)}> instead of <svg>", "export it as SVG")
    _size(root)
    return root


def svg_size(data: bytes) -> tuple[int, int]:
    """(width, height) in its own units, rounded, of an SVG that only draws. Raises Unfit."""
    return _size(read_svg(data))


def view_box(root: ET.Element) -> ViewBox:
    """The picture's own units as (x, y, width, height): its viewBox, or its width and height. Raises Unfit."""
    text = root.get("viewBox")
    parts = text.replace(",", " ").split() if text else ["0", "0", root.get("width", ""), root.get("height", "")]
    try:
        x, y, width, height = (float(part.removesuffix("px")) for part in parts)
    except ValueError:
        x = y = width = height = math.nan
    if not (0 < width < 1e6 and 0 < height < 1e6 and math.isfinite(x) and math.isfinite(y)):
        raise Unfit("does not say how large it is", 'give its <svg> a viewBox, such as "0 0 1920 1080"')
    return x, y, width, height


def _size(root: ET.Element) -> tuple[int, int]:
    _, _, width, height = view_box(root)
    return checked(max(1, round(width)), max(1, round(height)))


class _Guard:
    """Hands a builder what only draws, and refuses the rest while it is being read."""

    def __init__(self, builder: ET.TreeBuilder) -> None:
        self._builder = builder
        self._depth = 0
        self._count = 0

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise Unfit("is too large or too deep a drawing", "simplify it or export it as WebP")
        space, _, local = name.rpartition("}")
        if space != SVG or (local not in SHAPES and self._depth > 1):
            raise Unfit(f"has a <{local}> in it, which is not a plain shape", _instead(local))
        for key, value in attributes.items():
            _check(_local(key), value)
        self._builder.start(f"{{{SVG}}}{local}", {_kept(key): attributes[key] for key in attributes if _kept(key)})

    def closed(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(f"{{{SVG}}}{_local(name)}")

    def doctype(self, *_: object) -> None:
        raise Unfit("has a DOCTYPE, which could pull in more", f"take that line out or {_PLAIN}")

    def instruction(self, target: str, _data: str) -> None:
        raise Unfit(f"has a <?{target}?> line, which could pull in more", _PLAIN)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _kept(key: str) -> str:
    """An attribute's name in the tree, or "" for what an editor keeps for itself."""
    if key in ("href", f"{XLINK}}}href"):
        # Browsers follow both, Qt only this one.
        return f"{{{XLINK}}}href"
    return "" if "}" in key else key


def _instead(local: str) -> str:
    return next((do for names, do in _INSTEAD if local in names), _PLAIN)


def _check(name: str, value: str) -> None:
    """Refuse an attribute that runs, fetches or hides something."""
    key, low = name.lower(), "".join(value.split()).lower()
    if key.startswith("on") or "javascript:" in low:
        raise Unfit(f"has `{name}`, which runs code", _PLAIN)
    if key in _LINKS and not (key == "href" and low.startswith("#")):
        raise Unfit(f"has `{name}`, which points outside the picture", "put what it needs into the picture itself")
    if key.startswith(_NAMES):
        return
    if key == "style" and ("\\" in low or "/*" in low or "@" in low):
        raise Unfit("has a style that could pull in more", f"{_PLAIN}, with styles as attributes")
    called = _CALL.findall(low)
    if not _FUNCTIONS.issuperset(called) or called.count("url") != len(_URL.findall(low)):
        raise Unfit(f"has `{name}`, which points outside the picture", "put what it needs into the picture itself")
