"""The two typefaces, from their packages into Qt.

Fraunces is a variable font: QML asks for its axes by name through `font.variableAxes` (Theme.axes), with the values
in content/theme.yaml. Atkinson Hyperlegible has static cuts.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_fraunces
from PySide6.QtGui import QFontDatabase

from kiosk.errors import KnownError


def font_files() -> tuple[Path, ...]:
    """Every upright and italic cut of both families, as files."""
    roots = (fontpkg_fraunces.ROOT, fontpkg_atkinson_hyperlegible.ROOT)
    return tuple(sorted(path for root in roots for path in (Path(root) / "files").glob("*.ttf")))


def load_fonts(files: tuple[Path, ...] | None = None) -> frozenset[str]:
    """Makes the typefaces known to Qt and returns their family names; a missing or damaged one is a KnownError.

    Needs a QGuiApplication. Loading twice is harmless.
    """
    families: set[str] = set()
    for path in font_files() if files is None else files:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise KnownError(f"The typeface {path.name} cannot be loaded; install the kiosk again.")
        families.update(QFontDatabase.applicationFontFamilies(number))
    missing = {fontpkg_fraunces.FAMILY, fontpkg_atkinson_hyperlegible.FAMILY} - families
    if missing:
        raise KnownError(f"The typeface {', '.join(sorted(missing))} is missing; install the kiosk again.")
    return frozenset(families)
