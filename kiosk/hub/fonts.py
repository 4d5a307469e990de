"""The typefaces for the page, from the same packages as the shell's."""

from __future__ import annotations

from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_fraunces


def fonts() -> dict[str, Path]:
    """The files by the names that page.css gives them."""
    atkinson, fraunces = (Path(one.ROOT) / "files" for one in (fontpkg_atkinson_hyperlegible, fontpkg_fraunces))
    return {
        "atkinson.ttf": atkinson / "AtkinsonHyperlegible-Regular.ttf",
        "atkinson-bold.ttf": atkinson / "AtkinsonHyperlegible-Bold.ttf",
        "fraunces.ttf": next(fraunces.glob("Fraunces[[]*.ttf")),
    }
