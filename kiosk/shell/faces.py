"""Where the moving faces of a picture are, so that a mouth can be laid exactly over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.content.deck import Media
from kiosk.errors import KnownError
from kiosk.shell import raster, svg

Faces = dict[str, list[float]]
"""Box x, y, width, height in picture units by `fingerprint/person`; the person of a portrait is empty."""

_PERSON = re.compile(r"(?:(.+?)(?:-face-[a-z]+)?-)?mouth")


def people(ids: Iterable[str]) -> set[str]:
    """Everybody whose mouth a picture has as a group of its own, by the name of their figure."""
    found = (_PERSON.fullmatch(one) for one in ids)
    return {match[1] or "" for match in found if match}


def faces_in(media: Mapping[str, Media], content: Path) -> Faces:
    """The faces of every SVG among an activity's media. A picture that can't be read has none."""
    faces: Faces = {}
    for one in media.values():
        if one.kind != "picture" or not one.path.endswith(".svg"):
            continue
        try:
            data = (content / one.path).read_bytes()
            for person in people(svg.ids(svg.read_svg(data))):
                faces[f"{one.sha256}/{person}"] = list(raster.face_region(data, person))
        except (KnownError, OSError):
            continue
    return faces
