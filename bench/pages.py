"""The kiosk's screens as web pages, to see what a browser makes of the same: same picture, typefaces, words, sizes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
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


WALK = """<!doctype html><meta charset="utf-8"><title>walk</title>
<style>%(style)s
main { position: absolute; inset: 0 0 140px }
main > img { position: absolute; width: 100%%; height: 100%%; object-fit: cover }
section { position: absolute; left: 92px; top: 60px; width: 860px; padding: 40px; border-radius: 28px;
          background: #FFFFFF; box-shadow: 0 12px 30px #2A143026 }
section h1 { font-size: 64px } section p { margin-top: 20px; font-size: 32px; line-height: 1.4 }
nav { position: absolute; left: 92px; bottom: 40px; width: 1736px; display: flex; flex-wrap: wrap; gap: 24px }
nav button { padding: 28px 40px; font-size: 34px; border-radius: 22px; background: #FFFFFF; color: #16242E;
             box-shadow: 0 6px #E6D8C2, 0 14px 24px #2A143026 }
nav button:active { transform: translateY(6px) }
footer { position: absolute; inset: auto 0 0; height: 140px; display: flex; gap: 24px; padding: 24px 60px;
         background: #FFF8EE }
footer button { padding: 0 36px; font-size: 28px; border-radius: 46px; border: 3px solid #8A7C6C; background: none }
</style><body><script>
const screens = %(screens)s;
let at = 0;
window.last = 0;
function element(kind, into, text) {
  const made = into.appendChild(document.createElement(kind)); made.textContent = text || ""; return made }
function show() {
  const screen = screens[at %% screens.length];
  document.body.replaceChildren();
  const main = element("main", document.body);
  if (screen.picture) element("img", main).src = screen.picture;
  const section = element("section", main);
  element("h1", section, screen.heading);
  element("p", section, screen.text);
  const nav = element("nav", main);
  for (const label of screen.actions) element("button", nav, label).onclick = () => { at += 1; show() };
  const footer = element("footer", document.body);
  for (const label of ["Home", "Back", "Start again", "Text size", "Contrast", "Sound on"])
    element("button", footer, label);
}
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (one.name === "click") window.last = one.duration;
}).observe({ type: "event", durationThreshold: 16 });
async function drawn() {
  for (let tries = 0; !window.last && tries < 40; tries += 1) await new Promise(later => setTimeout(later, 10));
  return window.last || 8;
}
function place() { const box = document.querySelector("nav button").getBoundingClientRect();
  window.last = 0; return [box.x + box.width / 2, box.y + box.height / 2] }
show();
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


def walk(library: Library, settings: Settings, zone: str) -> str:
    """The screens of a zone's activities, one after the other: a click on the first thing leads on."""
    names = next(one for one in library.zones if one.id == zone)
    screens = []
    for name in (*names.scenarios, *names.activities):
        deck = library.decks[name]
        for screen in deck.screens.values():
            texts = sorted(_texts(screen.props), key=len)
            picture = next((path for path in _sources(screen.props)), deck.picture.get("src", ""))
            screens.append(
                {
                    "heading": deck.title,
                    "text": texts[-1] if texts else deck.summary,
                    "picture": (settings.content / picture).as_uri() if picture else "",
                    "actions": [action.label for action in screen.actions if action.label][:6] or ["Go on"],
                }
            )
    return WALK % {"style": style(), "screens": json.dumps(screens)}


def _texts(props: object) -> Iterator[str]:
    match props:
        case str():
            if " " in props:
                yield props
        case dict():
            for one in props.values():
                yield from _texts(one)
        case list() | tuple():
            for one in props:
                yield from _texts(one)


def _sources(props: object) -> Iterator[str]:
    match props:
        case {"src": str() as path, "width": _}:
            yield path
        case dict():
            for one in props.values():
                yield from _sources(one)
        case list() | tuple():
            for one in props:
                yield from _sources(one)


def write(folder: Path, name: str, text: str) -> str:
    """Put a page into a folder; its address."""
    path = folder / f"{name}.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()
