"""The captions of a film as WebVTT: times and words, read strictly. Styles, regions and positions are left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kiosk.captions import Cue
from kiosk.content.unfit import Unfit

_TIMES = re.compile(r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(.*)")
_FITS = "write it as `00:04.500 --> 00:07.250`"


def read_cues(data: bytes, text: str, seconds: float) -> tuple[Cue, ...]:
    """The cues of a film that lasts `seconds` and says `text`. Raises Unfit, with the line of what is wrong."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Unfit("is not a WebVTT file in UTF-8", "save it again as UTF-8") from None
    if not lines or not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        raise Unfit("does not begin with the line `WEBVTT`", "write that as its first line")
    cues: list[Cue] = []
    for number, block in _blocks(lines):
        if block[0].split(" ")[0] != "NOTE":
            cues.append(_cue(number, block, cues[-1].end if cues else 0.0, seconds))
    _same_words([word for cue in cues for word in cue.text.split()], text.split())
    return tuple(cues)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """(number of its first line, its lines) of what stands between empty lines, without the heading."""
    start, block = 0, list[str]()
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            if start > 1:
                yield start, block
            block = []


def _cue(number: int, block: list[str], before: float, seconds: float) -> Cue:
    at = 0 if "-->" in block[0] else 1
    found = _TIMES.fullmatch(block[at].strip()) if at < len(block) else None
    if found is None:
        raise _wrong(number, "has no times that can be read", _FITS)
    start, end = _seconds(found[1]), _seconds(found[2])
    said = " ".join(" ".join(block[at + 1 :]).split())
    if not said:
        raise _wrong(number, "has no words", "write what is said below the times, or remove the cue")
    if "<" in said:
        raise _wrong(number, "has marks in its words", "write the plain words: what stands in < > is not for captions")
    if end <= start:
        raise _wrong(number, "ends before it begins", "correct its times")
    if start < before:
        raise _wrong(number, "begins before the cue above it ends", "correct its times, or put the cues in order")
    if end > seconds + 0.05:
        raise _wrong(
            number, f"goes on after the film has ended, which is at {seconds:.3f} seconds", "correct its times"
        )
    return Cue(start, end, html.unescape(said))


def _seconds(stamp: str) -> float:
    *hours, minutes, left = stamp.split(":")
    return int(hours[0]) * 3600 + int(minutes) * 60 + float(left) if hours else int(minutes) * 60 + float(left)


def _same_words(said: list[str], told: list[str]) -> None:
    for place, (one, other) in enumerate(zip(said, told, strict=False)):
        if one != other:
            near = " ".join(told[max(0, place - 3) : place + 1])
            raise Unfit(f"says `{one}` where the `text:` says `{near}`", "make the two the same, word by word")
    if len(said) < len(told):
        raise Unfit(f"leaves out the end of the `text:`, from `{told[len(said)]}` on", "add the cues that are missing")
    if len(said) > len(told):
        raise Unfit(f"says more than the `text:`, from `{said[len(told)]}` on", "make the two the same, word by word")


def _wrong(number: int, what: str, do: str) -> Unfit:
    return Unfit(f"has a cue at line {number} that {what}", do)
