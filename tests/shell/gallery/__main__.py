"""Draws gallery pages to PNG: see the package docstring."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--art", type=Path, required=True, help="folder of pictures the pages name by file")
    parser.add_argument("--portrait", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--step", type=int, default=0)
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("pages", nargs="*")
    chosen = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtGui import QGuiApplication
    from shell.gallery.stage import Stage

    QGuiApplication([])
    chosen.out.mkdir(parents=True, exist_ok=True)
    stage = Stage(art=chosen.art, cache=chosen.out / "cache")
    names = chosen.pages or sorted(path.stem for path in HERE.glob("*.qml"))
    for name in names:
        image = stage.draw(
            HERE / f"{name}.qml",
            portrait=chosen.portrait,
            contrast=chosen.contrast,
            step=chosen.step,
            rtl=chosen.rtl,
        )
        tail = "".join(
            f"-{word}"
            for word, on in (
                ("portrait", chosen.portrait),
                ("contrast", chosen.contrast),
                (f"step{chosen.step}", chosen.step),
                ("rtl", chosen.rtl),
            )
            if on
        )
        image.save(str(chosen.out / f"{name}{tail}.png"))
    for sentence in stage.faults:
        sys.stderr.write(sentence + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
