"""What lies beside a clip or a film and belongs to it: the same clip as MP3, the times of a film's words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kiosk.captions import Cue
from kiosk.content.base import Clip, Picture, Video
from kiosk.content.cues import read_cues
from kiosk.content.deck import Media, Props
from kiosk.content.media import MediaKind, Memo, probe
from kiosk.content.unfit import Unfit

Timed = dict[str, tuple[Cue, ...]]
"""What is said when in a film, by the name of its file of cues."""
APART = 0.15
"""Seconds by which a twin may be longer or shorter: an MP3 comes in whole frames."""


def kind_of(one: Picture | Clip | Video) -> MediaKind:
    """As what a file is used that a model names."""
    return "picture" if isinstance(one, Picture) else "video" if isinstance(one, Video) else "clip"


def clip_beside(name: str) -> str:
    """The OGG clip that an MP3 of that name is the twin of, if there is one."""
    return str(PurePosixPath(name).with_suffix(".ogg"))


def twin_of(folder: Path, clip: Media, file: str, memo: Memo | None = None) -> Media | Unfit | None:
    """The MP3 beside an OGG clip, for browsers that play no OGG; None: there is none.

    Of one that is unfit only the check tells: the kiosk itself does without.
    """
    name = str(PurePosixPath(file).with_suffix(".mp3"))
    if not file.endswith(".ogg") or not (folder / name).is_file():
        return None
    found = probe(folder, name, "twin", memo=memo)
    if isinstance(found, Media) and abs(found.seconds - clip.seconds) > APART:
        lasts = f"lasts {found.seconds:.1f} seconds and `{PurePosixPath(file).name}` {clip.seconds:.1f}"
        return Unfit(lasts, "make it again from the OGG")
    return found


def cues_of(folder: Path, name: str, text: str, seconds: float, memo: Memo) -> tuple[Media, tuple[Cue, ...]] | Unfit:
    """The file that the `cues:` of a film name, and what it says: the film's own `text`, within its `seconds`."""
    found = probe(folder, name, "captions", memo=memo)
    if isinstance(found, Unfit):
        return found
    try:
        return found, read_cues((folder / name).read_bytes(), text, seconds)
    except Unfit as unfit:
        return unfit


def props_by_name(media: Mapping[str, Media], timed: Timed | None = None) -> dict[str, Props]:
    """Files as a shelf holds them, by name: where each is, its fingerprint, what it measures; a clip with its twin."""
    props = {name: _props(one) for name, one in media.items()}
    for name, one in media.items():
        clip = clip_beside(name)
        if one.kind == "twin" and clip in props:
            props[clip]["twin"] = {"src": one.path, "sha": one.sha256}
    for name, cues in (timed or {}).items():
        props[name]["cues"] = [[cue.start, cue.end, cue.text] for cue in cues]
    return props


def _props(media: Media) -> Props:
    props: Props = {"src": media.path, "sha": media.sha256}
    if media.kind in ("picture", "video"):
        props |= {"width": media.width, "height": media.height}
    return props if media.kind == "picture" else {**props, "seconds": media.seconds}
