"""A made-up language for tests: every text in «marks», so that what stayed English is seen at once."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.commands.translating import words
from kiosk.settings import Settings

MARKED = re.compile("«.*»", re.DOTALL)
_EMPTY = re.compile(r'^(  - en: (?P<english>"(?:[^"\\]|\\.)*"|\|-\n(?:      .*\n|\n)+?)\n?    to: )""$', re.MULTILINE)


def marked(text: str) -> str:
    """A text in the made-up language."""
    return f"«{text}»"


def make_language(settings: Settings, code: str, *activities: str, rtl: bool = False, draft: bool = True) -> Path:
    """Write the language and translate those activities (every one when none is named). Returns its file."""
    words(settings, code=code, activities=activities)
    language = settings.content / "words" / f"{code}.yaml"
    for path in (language, *settings.content.glob(f"*/{code}.yaml")):
        path.write_text(_EMPTY.sub(_fill, path.read_text(encoding="utf-8")), encoding="utf-8")
    text = language.read_text(encoding="utf-8").replace(f'name: "{code}"', f'name: "«{code}»"')
    text = text.replace("direction: ltr", "direction: rtl" if rtl else "direction: ltr")
    if not draft:
        text = re.sub("^draft: .*$", "", text, count=1, flags=re.MULTILINE)
    language.write_text(text, encoding="utf-8")
    return language


def _fill(found: re.Match[str]) -> str:
    english = found["english"]
    if english.startswith('"'):
        return f'{found[1]}"«{english[1:-1]}»"'
    lines = english.removeprefix("|-\n").rstrip("\n")
    return f"{found[1]}|-\n      «{lines[6:]}»"
