"""SVG pictures from content: how large they are, and proof that they only draw.

A face hands them to a browser or to Qt. Nothing in them may run, fetch, or grow when it is drawn.
"""

from __future__ import annotations

import math
import re
from xml.parsers import expat

from kiosk.content.pictures import checked
from kiosk.content.unfit import Unfit

MAX_DEPTH = 100
MAX_ELEMENTS = 100_000
MAX_DRAWN = 500_000
"""Elements drawn once every reference is followed."""
MAX_CHAIN = 12
"""How often a reference may lead to a reference."""


def svg_size(data: bytes) -> tuple[int, int]:
    """(width, height) from the viewBox, rounded, of an SVG that is safe to draw. Raises Unfit."""
    drawing = _Drawing()
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = drawing.opened
    parser.EndElementHandler = drawing.closed
    parser.CharacterDataHandler = drawing.said
    parser.StartDoctypeDeclHandler = drawing.doctype
    parser.ProcessingInstructionHandler = drawing.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise Unfit(f"is not a whole SVG picture (line {error.lineno}: {reason})", "export it again") from None
    drawing.count()
    return drawing.size


_RUNS = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "canvas", "handler"}
_RUNS |= {"listener", "html", "body", "link", "meta"}
_MOVES = {"animate", "animatemotion", "animatetransform", "animatecolor", "set", "discard"}
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_DATA = re.compile(r"data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*")
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(px)?\s*")


class _Drawing:
    def __init__(self) -> None:
        self.size = (0, 0)
        self.parents: list[int] = []
        self.ids: dict[str, int] = {}
        self.references: list[tuple[int, str]] = []
        self._open: list[int] = []
        self._style: list[str] | None = None

    def doctype(self, *_: object) -> None:
        raise Unfit("has a DOCTYPE, which could pull in more", "take that line out or save it as plain SVG")

    def instruction(self, target: str, _data: str) -> None:
        raise Unfit(f"has a <?{target}?> line, which could pull in more", "save it as plain SVG")

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if not self._open:
            self._root(tag, attributes)
        if tag in _RUNS:
            raise Unfit(f"has a <{name}> in it, which is not for drawing", "save it as plain SVG")
        if len(self._open) >= MAX_DEPTH or len(self.parents) >= MAX_ELEMENTS:
            raise Unfit("is too large or too deep a drawing", "simplify it or export it as WebP")
        self.parents.append(self._open[-1] if self._open else -1)
        self._open.append(len(self.parents) - 1)
        if self._style is not None:
            raise Unfit("has an element inside a <style>", "save it as plain SVG")
        if tag == "style":
            self._style = []
        for key, value in attributes.items():
            self._attribute(tag, key.lower(), value)

    def closed(self, _name: str) -> None:
        if self._style is not None:
            # Only now: the parser may hand over one text in pieces.
            self._css("".join(self._style))
            self._style = None
        self._open.pop()

    def said(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _root(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg":
            raise Unfit(f"begins with <{tag}> instead of <svg>", "export it as SVG")
        box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
        try:
            if len(box) == 4:
                width, height = float(box[2]), float(box[3])
            else:
                sides = [_LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
                width, height = (float(side[1]) if side else math.nan for side in sides)
        except ValueError:
            width = height = math.nan
        if not (0 < width < 1e6 and 0 < height < 1e6):
            raise Unfit("does not say how large it is", 'give its <svg> a viewBox, such as "0 0 1920 1080"')
        self.size = checked(max(1, round(width)), max(1, round(height)))

    def _attribute(self, tag: str, key: str, value: str) -> None:
        local = key.rpartition(":")[2]
        if local == "id":
            self.ids[value] = self._open[-1]
        if local.startswith("on") or "javascript:" in re.sub(r"\s", "", value).lower():
            raise Unfit(f"has `{key}`, which runs code", "save it as plain SVG")
        if tag in _MOVES and local == "attributename" and not re.fullmatch(r"(?!on|.*href)[a-z-]+", value.lower()):
            raise Unfit(f"animates `{value}`, which could run code", "save it as plain SVG")
        if key == "xml:base" or local in ("src", "srcset", "action", "formaction"):
            raise Unfit(f"has `{key}`, which points outside the picture", "save it as plain SVG")
        if local == "href":
            self._reference(value.strip())
        elif local == "style" or (":" not in key and ("url" in value.lower() or "\\" in value)):
            self._css(value)

    def _css(self, text: str) -> None:
        if "@import" in text.lower() or "\\" in text or "/*" in text:
            raise Unfit("has a style that could pull in more", "save it as plain SVG, with styles as attributes")
        for target in _URL.findall(text):
            self._reference(target.strip())

    def _reference(self, target: str) -> None:
        if target.startswith("#"):
            self.references.append((self._open[-1], target[1:]))
        elif not _DATA.fullmatch(target):
            shown = target if len(target) < 40 else f"{target[:39]}…"
            raise Unfit(f"points outside the picture, at {shown}", "put what it needs into the picture itself")

    def count(self) -> None:
        """Refuse a drawing whose references make it grow without end, or just too far."""
        before: list[int] = []
        now = [1] * len(self.parents)
        for _round in range(MAX_CHAIN):
            before, now = now, [1] * len(self.parents)
            for holder, name in self.references:
                if name in self.ids:
                    now[holder] += before[self.ids[name]]
            for index in range(len(now) - 1, 0, -1):
                now[self.parents[index]] += now[index]
            if now == before:
                break
            if now[0] > MAX_DRAWN:
                break
        if now != before or now[0] > MAX_DRAWN:
            raise Unfit("repeats parts of itself too often to be drawn", "simplify it or export it as WebP")
