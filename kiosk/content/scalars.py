"""What an unquoted word in YAML means here, and which ones nobody can be sure of."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Surprise(NamedTuple):
    """A word that people read one way and some YAML readers another. `what` follows the word itself."""

    what: str
    do: str


_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_SURPRISES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), what, do)
    for pattern, what, do in (
        (r"(?i)yes|on|y", "without quotes may be read as true", 'write `true`, or "{0}" for the word'),
        (r"(?i)no|off|n", "without quotes may be read as false", 'write `false`, or "{0}" for the word'),
        (r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?", "may be read as a count of seconds", 'write "{0}"'),
        (r"[0-9]{4}(-[0-9]{1,2}){2}([Tt ]+[0-9].*)?", "may be read as a date", 'write "{0}"'),
        (r"[-+]?0[0-9_]+", "may be read as an octal number", 'write `{bare}`, or "{0}" if it is text'),
        (r"[-+]?0[xob][0-9a-fA-F_]+", "is a number in code", 'write it in figures, or "{0}" for text'),
        (r"[-+]?[0-9][0-9_]*_[0-9_.]*", "may be read as a number", 'write `{bare}`, or "{0}" for text'),
        (
            r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+",
            "may be read as a number",
            'write it out in figures, or "{0}" for text',
        ),
        (r"(?i)[-+]?\.inf|\.nan", "is not a number that can be used", "write a number in figures"),
        (r"[-+]?([0-9]+\.|0[0-9]+\.[0-9]*|\.[0-9]+)", "is half a number", 'write it like 0.5, or "{0}"'),
    )
)


def plain_value(text: str) -> str | int | float | bool | Surprise | None:
    """What an unquoted word stands for."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if text[0] not in "+-.0123456789yYnNoO" or len(text) > 400:
        return text
    if number := _DECIMAL.fullmatch(text):
        if len(text) > 16:
            return Surprise("is too long to be a number", 'put it in quotes: "{0}"'.replace("{0}", text[:20]))
        return float(text) if number[2] else int(text)
    for pattern, what, do in _SURPRISES:
        if pattern.fullmatch(text):
            bare = text.replace("_", "").lstrip("0") or "0"
            return Surprise(what, do.replace("{0}", text).replace("{bare}", bare))
    return text


_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def control_characters(text: str) -> list[str]:
    """Each kind of character in `text` that cannot be seen and changes how the rest is read, by name.

    Line ends are fine, and so are the joiners and marks that Arabic, Indic and emoji writing need.
    """
    return [_named(character) for character in dict.fromkeys(_FORBIDDEN.findall(text))]


def without_control_characters(text: str) -> str:
    """The text with a space in the place of each of them."""
    return _FORBIDDEN.sub(" ", text)


def _named(character: str) -> str:
    if character == "\t":
        return "a tab"
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"a hidden character ({code}{' ' + name.lower() if name else ''})"
