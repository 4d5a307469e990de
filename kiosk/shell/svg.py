"""SVG from content as this face draws it: read by the content's own guard, and which of its groups are shown."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from kiosk.content import svg
from kiosk.content.svg import view_box
from kiosk.content.unfit import Unfit
from kiosk.errors import KnownError
from kiosk.shell.request import Groups

__all__ = ["MOODS", "UnsafePicture", "face_groups", "face_parts", "ids", "moods_of", "read_svg"]
__all__ += ["view_box", "with_groups"]

MOODS = ("guarded", "listening", "moved", "laughing")

ET.register_namespace("", svg.SVG)
# Qt looks for the links of gradients by this very prefix.
ET.register_namespace("xlink", svg.XLINK)


class UnsafePicture(KnownError):
    """A picture that cannot be shown; says why and what to do."""


def read_svg(data: bytes) -> ET.Element:
    """The root of an SVG that only draws. Raises UnsafePicture with one sentence."""
    try:
        return svg.read_svg(data)
    except Unfit as unfit:
        raise UnsafePicture(f"The picture {unfit.what}; {unfit.do}.") from None


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
