"""Strict YAML: one reading of each file, the same for every author, and every fault in one go.

The parser's events are put together here, so nothing is resolved behind an author's back: no anchors, no
tags, no merging, no words that turn into booleans, no figures that turn into other figures or into dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from kiosk.content.base import Location
from kiosk.content.faults import Faults
from kiosk.content.scalars import Surprise, control_characters, plain_value, without_control_characters
from kiosk.content.syntax import explain

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 100_000
MAX_WORDS = 10_000
MAX_CHARACTERS = 100_000
MAX_KEY = 120
MAX_FAULTS = 100
"""Per file. Somebody with more than this has one mistake, not a hundred."""

Data = Any
"""Plain dict, list, str, int, float, bool or None."""


class Document(msgspec.Struct, frozen=True):
    """A file as plain data, with the line of each key and list item (`()` is the whole file).

    `spoiled` holds the places that already have a fault: what they hold now is a stand-in.
    """

    file: str
    data: Data
    lines: dict[Location, int]
    spoiled: frozenset[Location] = frozenset()

    def line(self, at: Location) -> int:
        """The line of a place, or of the nearest place around it that has one."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)


def default_loader() -> Callable[[str], Any]:
    """PyYAML's C parser, or where it came without, its Python one: the same events, ten times slower."""
    loader: Callable[[str], Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader


def read_file(path: Path, file: str, faults: Faults) -> Document | None:
    """Read the YAML file at `path`, which faults call `file`. None: nothing usable; the faults say why."""
    try:
        if path.stat().st_size > MAX_BYTES:
            faults.error(file, 1, _too_large(path.stat().st_size), _SPLIT)
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        faults.error(file, 1, "this file is missing", "put it there, or take its folder away")
        return None
    except OSError as error:
        faults.error(file, 1, f"this file cannot be read ({error.strerror})", "check that it may be opened")
        return None
    return read(raw, file, faults)


def read(raw: bytes, file: str, faults: Faults, *, loader: Callable[[str], Any] | None = None) -> Document | None:
    """Read YAML from bytes. Never raises for what they hold.

    Returns None when nothing usable came of it. Faults do not always mean None: the caller asks `faults`.
    """
    if len(raw) > MAX_BYTES:
        faults.error(file, 1, _too_large(len(raw)), _SPLIT)
        return None
    return _Reading(file, faults).run(raw, loader or default_loader())


_SPLIT = f"split it into several, each under {MAX_BYTES // 1_000_000} MB"
_ANCHOR = "take the `&` or `*` name away and write the words out where they are wanted"


def _too_large(size: int) -> str:
    return f"this file is {size / 1_000_000:.1f} MB, too large to be read"


class _Stop(Exception):
    """The rest of the file cannot be made sense of, and a fault says why."""


class _Slot(NamedTuple):
    """Where the value being read will stand. `kept` is false below a key that is there twice."""

    at: Location
    line: int
    kept: bool


class _Reading:
    """One pass over one file."""

    def __init__(self, file: str, faults: Faults) -> None:
        self.file = file
        self.faults = faults
        self.count = 0
        self.nodes = 0
        self.last_line = 1
        self.rows: list[str] = []
        self.lines: dict[Location, int] = {}
        self.spoiled: set[Location] = set()

    def run(self, raw: bytes, loader: Callable[[str], Any]) -> Document | None:
        try:
            text = self.text(raw)
            parser = loader(text)
            try:
                data = self.stream(parser)
            except yaml.MarkedYAMLError as error:
                self.fault(*explain(error))
                return None
            finally:
                parser.dispose()
        except _Stop:
            return None
        return Document(self.file, data, self.lines, frozenset(self.spoiled))

    def fault(self, line: int, what: str, do: str, slot: _Slot | None = None) -> None:
        self.count += 1
        line = max(1, min(line, self.last_line))
        if self.count > MAX_FAULTS:
            self.faults.error(self.file, line, "there are more faults than can be listed", "mend the first ones")
            raise _Stop
        self.faults.error(self.file, line, what, do)
        if slot and slot.kept:
            self.spoiled.add(slot.at)

    # --- characters -------------------------------------------------------------------------------------

    def text(self, raw: bytes) -> str:
        """The bytes as text with plain line ends, without what must not be in it."""
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.fault(1, "this file is saved as UTF-16", "save it as UTF-8")
            raise _Stop
        rows = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self.last_line = max(1, len(rows) - (not rows[-1]))
        tabbed = False
        clean: list[str] = []
        for number, row in enumerate(rows, 1):
            try:
                line = row.decode()
            except UnicodeDecodeError as error:
                bad = row[error.start]
                self.fault(number, f"the byte 0x{bad:02X} is not UTF-8", "save the file as UTF-8")
                line = row.decode(errors="replace")
            if line.lstrip(" ").startswith("\t") and line.strip():
                self.fault(number, "this line is indented with a tab", "use spaces instead")
                tabbed = True
            elif found := control_characters(line):
                self.fault(number, f"there is {found[0]} here", "take it out or put a space in its place")
                line = without_control_characters(line)
            clean.append(line)
        if tabbed:
            raise _Stop
        self.rows = clean
        return "\n".join(clean)

    # --- structure --------------------------------------------------------------------------------------

    def stream(self, parser: Any) -> Data:
        parser.get_event()
        event = parser.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            self.fault(1, "this file is empty", "write its content, starting with `kind:`")
            raise _Stop
        if event.version or event.tags:
            self.fault(_line(event), "a line that begins with % is not for content", "take the line away")
        root = parser.get_event()
        self.lines[()] = _line(root)
        data = self.value(parser, root, _Slot((), _line(root), True), 1)
        parser.get_event()
        event = parser.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.fault(_line(event), "a second document begins here", "keep one document in a file")
        return data

    def value(self, parser: Any, event: Any, slot: _Slot, depth: int) -> Data:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.fault(_line(event), f"this file holds more than {MAX_NODES:,} values", "split it into several")
            raise _Stop
        self.refuse_shorthand(event, slot)
        if isinstance(event, yaml.AliasEvent):
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, slot)
        if depth > MAX_DEPTH:
            self.fault(_line(event), f"this is more than {MAX_DEPTH} levels deep", "nest it less", slot)
            raise _Stop
        if isinstance(event, yaml.SequenceStartEvent):
            return self.items(parser, slot, depth)
        return self.group(parser, slot, depth)

    def refuse_shorthand(self, event: Any, slot: _Slot) -> None:
        """Fault what would make one place in the file mean something about another."""
        if isinstance(event, yaml.AliasEvent):
            self.fault(_line(event), f"`*{event.anchor}` repeats something from elsewhere", _ANCHOR, slot)
            return
        if event.anchor is not None:
            self.fault(_line(event), f"`&{event.anchor}` names something to be repeated", _ANCHOR, slot)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fault(_line(event), f"the tag `{tag}` is not for content", "take it away", slot)

    def items(self, parser: Any, slot: _Slot, depth: int) -> list[Data]:
        found: list[Data] = []
        while not isinstance(event := parser.get_event(), yaml.SequenceEndEvent):
            inner = _Slot((*slot.at, len(found)), _line(event), slot.kept)
            if slot.kept:
                self.lines[inner.at] = inner.line
            found.append(self.value(parser, event, inner, depth + 1))
        return found

    def group(self, parser: Any, slot: _Slot, depth: int) -> dict[str, Data]:
        found: dict[str, Data] = {}
        first: dict[str, int] = {}
        while not isinstance(event := parser.get_event(), yaml.MappingEndEvent):
            line = _line(event)
            key = self.key(parser, event, depth)
            if key is None:
                self.value(parser, parser.get_event(), _Slot(slot.at, line, False), depth + 1)
            elif key in first:
                self.fault(line, f"`{key}` is already on line {first[key]}", "keep one of the two")
                self.value(parser, parser.get_event(), _Slot(slot.at, line, False), depth + 1)
            else:
                first[key] = line
                inner = _Slot((*slot.at, key), line, slot.kept)
                if slot.kept:
                    self.lines[inner.at] = line
                found[key] = self.value(parser, parser.get_event(), inner, depth + 1)
        return found

    def key(self, parser: Any, event: Any, depth: int) -> str | None:
        """The next key of a group, or None when it cannot be one."""
        line = _line(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.fault(line, "a key must be one word", "write `name: value`")
            self.value(parser, event, _Slot((), line, False), depth + 1)
            return None
        self.refuse_shorthand(event, _Slot((), line, False))
        text = str(event.value)
        if text == "<<":
            self.fault(line, "`<<` merges another part of the file into this", "write its lines out here")
            return None
        if not text.strip() or control_characters(text):
            self.fault(line, "a key is missing here", "write `name: value`")
            return None
        if len(text) > MAX_KEY or "\n" in text:
            self.fault(line, f"`{text[:20]}…` is too long to be a key", "write `name: value`")
            return None
        if not event.style and text not in _COORDINATES:
            value = plain_value(text)
            if isinstance(value, Surprise) or value is None or isinstance(value, bool):
                what = value.what if isinstance(value, Surprise) else "is not read as text"
                self.fault(line, f"the key `{text}` {what}", f'write `"{text}":` in quotes')
        return text

    def scalar(self, event: Any, slot: _Slot) -> Data:
        text, line = str(event.value), _line(event)
        if len(text) > MAX_CHARACTERS or (len(text) > MAX_WORDS and len(text.split()) > MAX_WORDS):
            words = len(text.split())
            what = f"this text has {words:,} words and {len(text):,} characters"
            limit = f"keep it under {MAX_WORDS:,} words and {MAX_CHARACTERS:,} characters"
            self.fault(line, what, limit, slot)
            return ""
        if event.style:
            if event.style == '"' and (found := control_characters(text)):
                self.fault(line, f"there is {found[0]} in this text", "take it out", slot)
                return ""
            return text
        self.warn_of_a_cut(text, event.end_mark)
        value = plain_value(text)
        if isinstance(value, Surprise):
            self.fault(line, f"`{text[:40]}` {value.what}", value.do, slot)
            return text
        return value

    def warn_of_a_cut(self, text: str, end: Any) -> None:
        """Of words that go on after a `#`: YAML takes the rest for a note, and says nothing."""
        row = self.rows[end.line] if end.line < len(self.rows) else ""
        # A note stands apart by two spaces or more, as in every example.
        cut = _CUT.match(row, end.column)
        if cut and (" " in text or not cut[1].isspace()):
            what = f"this text ends at the `#`, with “{' '.join(text.split()[-4:])}”: what follows is taken for a note"
            self.faults.warning(
                self.file, end.line + 1, what, "quote the whole text, or put two spaces before the note"
            )


_CUT = re.compile(r" #+(\S|\s|$)")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


_COORDINATES = frozenset({"x", "y", "n"})
"""Keys that YAML 1.1 may call booleans, but that nobody means so."""
