"""The content that ships, read once for all tests of the web face in a process."""

from functools import cache

from hub.engines import ROOT

from kiosk.activities import kinds
from kiosk.content.library import Library, load


@cache
def shipped() -> Library:
    return load(zones=ROOT / "zones.yaml", content=ROOT / "content", kinds=kinds)
