"""`kiosk graph` and `kiosk new`: for those who write activities."""

from __future__ import annotations

from pathlib import Path

from kiosk.activities import kinds
from kiosk.commands.terminal import out as terminal
from kiosk.content.compiling import draft
from kiosk.content.library import ACTIVITY
from kiosk.content.walk import walk
from kiosk.errors import KnownError
from kiosk.graph import chart, draw, shortest_ways
from kiosk.settings import Settings


def graph(settings: Settings, *, activity: str, out: str) -> int:
    """Draw an activity as an SVG picture, dead ends and all."""
    folder = Path(activity) if (Path(activity) / ACTIVITY).is_file() else settings.content / activity
    if not (folder / ACTIVITY).is_file():
        raise KnownError(f"There is no activity {activity}: name one of the folders in {settings.content}.")
    path = Path(out).expanduser()
    if path.suffix.lower() != ".svg":
        raise KnownError(f"The picture is an SVG: give it a name that ends in .svg instead of {path.name}.")
    deck, faults = draft(folder.resolve(), kinds())
    if deck is None:
        errors = [fault for fault in faults if fault.severity == "error"]
        more = f" (and {len(errors) - 1} more: see `kiosk check {activity}`)" if len(errors) > 1 else ""
        raise KnownError(f"{activity} can't be drawn before this is mended: {errors[0]}{more}")
    picture = draw(deck, chart(deck, walk(deck)), shortest_ways(deck))
    try:
        path.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise KnownError(f"{path} can't be written ({error.strerror}): name another file with --out.") from None
    terminal.print(f"The picture is in {path}: open it in any browser, or print it.")
    return 0
