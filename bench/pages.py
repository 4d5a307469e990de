"""The kiosk's screens as web pages, to see what a browser makes of the same: same picture, typefaces, words, sizes."""

from __future__ import annotations

import html
from pathlib import Path

from kiosk.content.library import Library
from kiosk.settings import Settings
from kiosk.shell.fonts import font_files

STYLE = """
@font-face { font-family: Fraunces; src: url("%(display)s"); font-weight: 100 900 }
@font-face { font-family: Atkinson; src: url("%(body)s") }
@font-face { font-family: Atkinson; src: url("%(bold)s"); font-weight: bold }
* { box-sizing: border-box; margin: 0 }
body { width: 1920px; height: 1080px; overflow: hidden; background: #FFF8EE; color: #16242E;
       font: 28px Atkinson; touch-action: manipulation }
h1 { font: 650 128px/0.97 Fraunces; font-variation-settings: "opsz" 144, "SOFT" 100, "WONK" 0; letter-spacing: -0.64px }
button { font: bold 44px Atkinson; border: 0 }
"""

ATTRACT = """<!doctype html><meta charset="utf-8"><title>%(title)s</title>
<style>%(style)s
img.all { position: absolute; inset: 0; width: 1920px; height: 1080px; object-fit: cover }
h1 { position: absolute; left: 92px; top: 40px; width: 860px }
button { position: absolute; left: 204px; bottom: 52px; min-width: 504px; height: 150px; border-radius: 75px;
         padding: 0 48px; background: #16242E; color: #FFF8EE; box-shadow: 0 7px #160C1C61, 0 16px #16242E1A;
         display: flex; align-items: center; gap: 20px; animation: breathe 4.2s infinite }
small { display: block; font: 26px Atkinson; text-align: left }
@keyframes breathe { 57%%, 100%% { transform: none } 78%% { transform: scale(1.03) } }
</style>
<img class="all" src="%(picture)s"><h1>%(title)s</h1>
<button><img width="70" height="70" src="%(icon)s" style="filter: invert(1)">
<span>%(invitation)s<small>%(promise)s</small></span></button>
<script>
Promise.all([...document.images].map(one => one.decode()).concat(
    ["128px Fraunces", "44px Atkinson", "bold 44px Atkinson"].map(one => document.fonts.load(one))))
  .then(() => requestAnimationFrame(() => setTimeout(() => fetch("%(beacon)s", { mode: "no-cors" }).catch(() => 0))))
</script>
"""


def style() -> str:
    """The typefaces and what all pages share."""
    files = {path.name.split("[")[0].removesuffix(".ttf"): path.as_uri() for path in font_files()}
    return STYLE % {
        "display": files["Fraunces"],
        "body": files["AtkinsonHyperlegible-Regular"],
        "bold": files["AtkinsonHyperlegible-Bold"],
    }


def attract(library: Library, settings: Settings, beacon: str) -> str:
    """The first screen. It calls `beacon` when picture and typefaces are there and a frame has been drawn."""
    words = library.words["attract"]
    return ATTRACT % {
        "style": style(),
        "title": html.escape(library.title),
        "picture": (settings.content / words["landscape"]["src"]).as_uri(),
        "icon": (settings.content / "icons" / "hand.svg").as_uri(),
        "invitation": html.escape(words["invitation"]),
        "promise": html.escape(words["promise"]),
        "beacon": beacon,
    }


def write(folder: Path, name: str, text: str) -> str:
    """Put a page into a folder; its address."""
    path = folder / f"{name}.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()
