"""Which editors can be told a line, and how each wants to hear it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

_AT = ("{file}:{line}",)
_PLUS = ("+{line}", "{file}")
KNOWN: Mapping[str, tuple[str, ...]] = {
    "code": ("--goto", *_AT),
    "codium": ("--goto", *_AT),
    "subl": _AT,
    "zed": _AT,
    "gedit": _PLUS,
    "gnome-text-editor": _PLUS,
    "kate": ("--line", "{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
}
"""Editors with a window of their own, by the name of their program. Those of a terminal have no place here."""


def command(environment: Mapping[str, str], file: Path, line: int) -> list[str]:
    """How the editor in VISUAL or EDITOR is called to show a line. Empty: none that has a window and knows lines."""
    for name in ("VISUAL", "EDITOR"):
        words = shlex.split(environment.get(name, ""))
        told = KNOWN.get(Path(words[0]).stem.lower()) if words else None
        if told:
            return [*words, *(word.format(file=file, line=line) for word in told)]
    return []


def open_line(
    environment: Mapping[str, str],
    file: Path,
    line: int,
    copy: Callable[[str], None],
    start: Callable[[list[str]], object] = subprocess.Popen,
) -> str:
    """Show a line in the author's editor, or copy where it is. Returns what was done, in a sentence."""
    words = command(environment, file, line)
    program = shutil.which(words[0]) if words else None
    if program:
        start([program, *words[1:]])
        return f"Line {line} opens in {Path(words[0]).name}."
    copy(f"{file}:{line}")
    return f"Copied: {file}:{line}. With VISUAL=code (or another editor that knows lines) it opens there."
