"""The typefaces, from their packages into Qt.

Fraunces is a variable font: QML asks for its axes by name through `font.variableAxes` (Theme.axes), with the values
in content/theme.yaml. Atkinson Hyperlegible has static cuts. Neither
knows Arabic letters: where a venue has a language that needs them, both hand those over to Noto Sans Arabic.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_fraunces
from PySide6.QtGui import QFont, QFontDatabase

from kiosk.errors import KnownError


def font_files() -> tuple[Path, ...]:
    """Every upright and italic cut of both families, as files."""
    roots = (fontpkg_fraunces.ROOT, fontpkg_atkinson_hyperlegible.ROOT)
    return tuple(sorted(path for root in roots for path in (Path(root) / "files").glob("*.ttf")))


def load_fonts(files: tuple[Path, ...] | None = None) -> frozenset[str]:
    """Makes the typefaces known to Qt and returns their family names; a missing or damaged one is a KnownError.

    Needs a QGuiApplication. Loading twice is harmless.
    """
    families = _load(font_files() if files is None else files)
    missing = {fontpkg_fraunces.FAMILY, fontpkg_atkinson_hyperlegible.FAMILY} - families
    if missing:
        raise KnownError(f"The typeface {', '.join(sorted(missing))} is missing; install the kiosk again.")
    return families


def load_arabic() -> str:
    """Makes Arabic letters known to Qt, in which Urdu is written too, and returns the name of their family.

    Needs a QGuiApplication. Loading twice is harmless.
    """
    import fontpkg_noto_sans_arabic

    family: str = fontpkg_noto_sans_arabic.FAMILY
    _load(tuple((Path(fontpkg_noto_sans_arabic.ROOT) / "files").glob("*.ttf")))
    for ours in (fontpkg_fraunces.FAMILY, fontpkg_atkinson_hyperlegible.FAMILY):
        if family not in QFont.substitutes(ours):
            QFont.insertSubstitution(ours, family)
    return family


def _load(files: tuple[Path, ...]) -> frozenset[str]:
    families: set[str] = set()
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise KnownError(f"The typeface {path.name} cannot be loaded; install the kiosk again.")
        families.update(QFontDatabase.applicationFontFamilies(number))
    return frozenset(families)
