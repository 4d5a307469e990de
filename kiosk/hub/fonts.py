"""The typefaces for the page, from the same packages as the shell's: only the letters and axes that it uses.

Whole they are 470 kB, more than all the rest of the page. What is made is kept with the data and made once.
"""

from __future__ import annotations

import threading
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import fontpkg_atkinson_hyperlegible
import fontpkg_fraunces
import fontpkg_noto_sans_arabic

from kiosk.content.deck import Props
from kiosk.content.library import write_kept

FORM: Final = 1
"""Goes up when what is made changes."""
NAMES: Final = ("fraunces.woff", "atkinson.woff", "atkinson-bold.woff", "arabic.woff")
"""As page.css asks for them."""
LETTERS: Final = (
    *range(0x20, 0x180), *range(0x2010, 0x2016), *range(0x2018, 0x2020), 0x2022, 0x2026, 0x2032, 0x20AC, 0x2122, 0x2212,
)  # fmt: skip
"""Latin with all its accents, and what stands between words."""
LATIN: Final = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum"]
"""What of a typeface's finesse is kept."""


class Typefaces:
    """`axes` are those of the display face; it keeps its weight, from `lightest` to `boldest`. Safe from any thread."""

    def __init__(self, *, cache: Path, axes: Props, lightest: int, boldest: int) -> None:
        self._cache, self._axes = cache, {**axes, "wght": (lightest, boldest)}
        self._lock = threading.Lock()

    def file(self, name: str) -> bytes | None:
        """A typeface as WOFF; None: there is none of that name. The first time it takes a second."""
        if name not in NAMES:
            return None
        source = _source(name)
        seen = source.stat()
        arabic = name == "arabic.woff"
        axes: Props = {"wdth": 100, "wght": (400, 700)} if arabic else self._axes
        said = "-".join(str(value).replace(" ", "") for value in axes.values())
        kept = self._cache / f"{FORM}-{seen.st_size}-{said}-{name}"
        with self._lock:
            try:
                return kept.read_bytes()
            except OSError:
                made = _made(source, axes, whole=arabic)
                write_kept(kept, made)
                return made


def _made(source: Path, axes: Props, *, whole: bool) -> bytes:
    """The typeface with its axes; not `whole`: only `LETTERS`. Arabic is whole: its letters are joined in many ways."""
    # Slow to import, and wanted once.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font: Any = TTFont(source)
    if not whole:
        options = subset.Options()
        options.layout_features = LATIN
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=LETTERS)
        chosen.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, axes)
    font.flavor = "woff"
    found = BytesIO()
    font.save(found)
    return found.getvalue()


def _source(name: str) -> Path:
    packages = (fontpkg_atkinson_hyperlegible, fontpkg_fraunces, fontpkg_noto_sans_arabic)
    atkinson, fraunces, arabic = (Path(one.ROOT) / "files" for one in packages)
    return {
        "fraunces.woff": next(fraunces.glob("Fraunces[[]*.ttf")),
        "atkinson.woff": atkinson / "AtkinsonHyperlegible-Regular.ttf",
        "arabic.woff": next(arabic.glob("*.ttf")),
        "atkinson-bold.woff": atkinson / "AtkinsonHyperlegible-Bold.ttf",
    }[name]
