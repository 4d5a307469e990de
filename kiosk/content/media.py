"""Media files of an activity: where they may be, what they really are, what they measure."""

from __future__ import annotations

import difflib
import hashlib
import stat
import struct
from collections.abc import Callable, MutableMapping
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from kiosk.content.clips import mp3_seconds, ogg_seconds, wav_seconds
from kiosk.content.deck import Media
from kiosk.content.pictures import jpeg_size, png_size, webp_size
from kiosk.content.svg import svg_size
from kiosk.content.unfit import Unfit, cut_short, with_article
from kiosk.content.videos import mp4_measure, webm_measure

MediaKind = Literal["picture", "clip", "twin", "video", "captions"]
"""`twin` is a clip as MP3 beside the OGG, `captions` are the times of a film's words."""
Memo = MutableMapping[tuple[str, int, int], Media]
"""What was found before, by (full path, size in bytes, time changed in ns)."""

MAX_MB: dict[MediaKind, int] = {"picture": 10, "clip": 10, "twin": 10, "video": 60, "captions": 1}


def probe(folder: Path, name: str, kind: MediaKind, *, memo: Memo | None = None) -> Media | Unfit:
    """Look at the file that an activity in `folder` calls `name` and wants to use as a `kind`.

    Returns what it measures, its path counted from the folder above `folder`; or why it cannot be used.
    The whole file is read, unless `memo` knows it unchanged.
    """
    try:
        path = _inside(folder, name)
        format_ = _format(name, kind)
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unfit("is not a file", "put the picture, clip or video itself there")
        key = (str(path), about.st_size, about.st_mtime_ns)
        if memo is not None and key in memo:
            return memo[key]
        if about.st_size > MAX_MB[kind] * 1_000_000:
            size = f"{about.st_size / 1_000_000:.0f} MB"
            raise Unfit(f"is too large for a {kind} ({size})", f"make it smaller than {MAX_MB[kind]} MB")
        media = _measured(f"{folder.name}/{name}", kind, format_, path.read_bytes())
    except Unfit as unfit:
        return unfit
    except OSError as error:
        return Unfit(f"cannot be opened ({error.strerror})", "check that this computer may read it")
    if memo is not None:
        memo[key] = media
    return media


def _inside(folder: Path, name: str) -> Path:
    """The path of a file that is surely in `folder` and is called just so on every system."""
    parts = name.split("/")
    if "\\" in name or ":" in name or name.startswith("/"):
        raise Unfit("is not named from its own folder", "write only its name, such as `clips/hello.ogg`")
    if any(part in ("", ".", "..") or part.startswith(".") for part in parts):
        raise Unfit("is not inside its activity's folder", "put it there and write only its name")
    if any(set(part) & set('<>"|?*') or not part.isprintable() or part[-1] in ". " for part in parts):
        raise Unfit("has a name that not every computer can hold", "use letters, figures, hyphens and a dot")
    at = folder
    for part in parts:
        there = [one.name for one in at.iterdir()] if at.is_dir() else []
        if part not in there:
            same = [one for one in there if one.casefold() == part.casefold()]
            near = same or difflib.get_close_matches(part, there, n=1)
            do = f"did you mean `{near[0]}`?" if near else "put it there, or correct the name"
            raise Unfit("is not there", f"small and capital letters count: {do}" if same else do)
        at = at / part
    if not at.resolve().is_relative_to(folder.resolve()):
        raise Unfit("is a link that leads out of its activity's folder", "put the file itself there")
    return at


class _Format(NamedTuple):
    """A sort of file: what it is called, what it is used as, the names it goes by, how its bytes begin."""

    title: str
    kind: MediaKind
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]


def _riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == form


def _mp3(head: bytes) -> bool:
    return head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")


_FORMATS = (
    _Format("PNG picture", "picture", (".png",), lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    _Format("JPEG picture", "picture", (".jpg", ".jpeg"), lambda head: head.startswith(b"\xff\xd8\xff")),
    _Format("WebP picture", "picture", (".webp",), _riff(b"WEBP")),
    _Format("OGG clip", "clip", (".ogg",), lambda head: head.startswith(b"OggS")),
    _Format("WAV clip", "clip", (".wav",), _riff(b"WAVE")),
    _Format("MP4 video", "video", (".mp4",), lambda head: head[4:8] == b"ftyp"),
    _Format("WebM video", "video", (".webm",), lambda head: head.startswith(b"\x1aE\xdf\xa3")),
    _Format("MP3 clip", "clip", (".mp3",), _mp3),
    _Format("MP3 clip", "twin", (".mp3",), _mp3),
    _Format(
        "WebVTT file", "captions", (".vtt",), lambda head: head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")
    ),
    _Format("SVG picture", "picture", (".svg",), lambda head: b"<svg" in head),
)


def _format(name: str, kind: MediaKind) -> _Format:
    ending = PurePosixPath(name).suffix
    for one in _FORMATS:
        if ending in one.endings and one.kind == kind:
            return one
    if ending.lower() != ending and any(ending.lower() in one.endings for one in _FORMATS):
        raise Unfit("has an ending in capital letters", f"call it {ending.lower()}, in the folder and here")
    wanted = ", ".join(end for one in _FORMATS if one.kind == kind for end in one.endings)
    raise Unfit(f"cannot be used as a {kind}", f"its name must end in one of {wanted}")


def _measured(path: str, kind: MediaKind, format_: _Format, data: bytes) -> Media:
    if not data:
        raise Unfit("is empty", "copy or export it again")
    head = data[:4096]
    if not format_.begins(head):
        real = next((one for one in _FORMATS if one.begins(head)), None)
        if real:
            raise Unfit(f"is really {with_article(real.title)}", f"give it a name that ends in {real.endings[0]}")
        raise Unfit(f"is not {with_article(format_.title)}", "export it again")
    width, height, seconds = 0, 0, 0.0
    try:
        match format_.endings[0]:
            case ".png":
                width, height = png_size(data)
            case ".jpg":
                width, height = jpeg_size(data)
            case ".webp":
                width, height = webp_size(data)
            case ".svg":
                width, height = svg_size(data)
            case ".ogg":
                seconds = ogg_seconds(data)
            case ".wav":
                seconds = wav_seconds(data)
            case ".mp3":
                seconds = mp3_seconds(data)
            case ".mp4":
                width, height, seconds = mp4_measure(data)
            case ".webm":
                width, height, seconds = webm_measure(data)
    except (struct.error, IndexError):
        raise cut_short(format_.title) from None
    return Media(path, hashlib.sha256(data).hexdigest(), len(data), kind, width, height, seconds)
