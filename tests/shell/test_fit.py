"""What does not fit on a screen is found by what was laid out, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shell.gallery.stage import Stage

from kiosk.shell.fit import misfits

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(art=tmp_path, cache=tmp_path / "cache")
    yield made
    made.close()


def found(stage: Stage, body: str) -> list[str]:
    stage.item(f"Item {{ width: 800; height: 600; {body} }}", 800, 600)
    return misfits(stage.window)


FITS = {
    "a text in its place": """Text { x: 20; y: 20; width: 400; text: "All here" }""",
    "two texts under each other": """Text { y: 20; text: "One" } Text { y: 60; text: "Two" }""",
    "a text on a card": """Rectangle { width: 300; height: 90; Text { x: 9; y: 9; text: "Card" } }""",
    "what nobody can see": """Text { x: 780; text: "Gone"; visible: false }
        Text { x: 780; text: "Faint"; opacity: 0 }""",
    "what can be scrolled to": """Flickable { width: 300; height: 90; contentHeight: 900; clip: true
        Text { y: 70; text: "Half in sight" } Text { y: 700; text: "Further down" } }""",
    "what ends between two lines": """Flickable { width: 300; height: 60; contentHeight: 900; clip: true
        Text { lineHeight: 30; lineHeightMode: Text.FixedHeight; text: "One\\nTwo\\nThree" } }""",
    "what a sheet hides whole": """Text { x: 40; y: 40; text: "Under it" }
        Rectangle { width: 400; height: 300; color: "white"; Text { x: 42; y: 44; text: "On it" } }""",
    "a card that scrolls away above it": """Text { y: 100; text: "Below the list" }
        Flickable { width: 300; height: 90; contentHeight: 900; clip: true
        Rectangle { y: 60; width: 300; height: 55; color: "white" } }""",
    "a page behind a veil": """Text { x: 40; y: 40; text: "Page" }
        Rectangle { width: 800; height: 600; color: "#80000000" }
        Rectangle { x: 50; y: 45; width: 300; height: 200; color: "white"; Text { text: "Sheet" } }""",
    "a control of which enough is in sight": """
        FocusScope { y: -30; width: 120; height: 120; activeFocusOnTab: true }""",
    "a control that can be scrolled to": """Flickable { width: 300; height: 90; contentHeight: 900; clip: true
        FocusScope { y: 700; width: 120; height: 120; activeFocusOnTab: true } }""",
    "a control inside": """FocusScope { width: 90; height: 90; activeFocusOnTab: true }""",
}
MISFITS = {
    "over the right edge": ("""Text { x: 770; text: "Too far right" }""", "cut off"),
    "under the lower edge": ("""Text { y: 592; text: "Too low" }""", "cut off"),
    "cut by what holds it": (
        """Item { width: 60; height: 60; clip: true; Text { text: "Longer than that" } }""", "cut off"),
    "beside what scrolls down": ("""Flickable { width: 100; height: 90; contentHeight: 900; clip: true
        Text { x: 60; y: 300; text: "Sticks out" } }""", "cut off"),
    "cut through where it scrolls": ("""Flickable { width: 300; height: 75; contentHeight: 900; clip: true
        Text { lineHeight: 30; lineHeightMode: Text.FixedHeight; text: "One\\nTwo\\nThree" } }""", "middle of a line"),
    "shortened": ("""Text { width: 60; elide: Text.ElideRight; text: "Longer than that" }""", "shortened"),
    "a word wider than its column": (
        """Text { width: 60; wrapMode: Text.WordWrap; text: "Wednesdays, then" }""", "wider than its place"),
    "one text on another": ("""Text { x: 9; y: 9; text: "One" } Text { x: 12; y: 12; text: "Two" }""", "lies on"),
    "the edge of a card on a text": ("""Text { x: 9; y: 9; text: "Half of it" }
        Rectangle { x: 30; width: 200; height: 60; color: "white" }""", "partly covered"),
    "drawn later because it is higher": ("""Rectangle { z: 1; x: 30; width: 200; height: 60; color: "white" }
        Text { x: 9; y: 9; text: "Half of it" }""", "partly covered"),
    "a control beyond the edge": (
        """FocusScope { objectName: "next"; x: 760; width: 90; height: 90; activeFocusOnTab: true }""", "“next”"),
}  # fmt: skip


@pytest.mark.parametrize("body", FITS.values(), ids=FITS.keys())
def test_what_fits_is_not_told(stage: Stage, body: str) -> None:
    assert found(stage, body) == []


@pytest.mark.parametrize(("body", "said"), MISFITS.values(), ids=MISFITS.keys())
def test_what_does_not_fit_is_told_once(stage: Stage, body: str, said: str) -> None:
    told = found(stage, body)
    assert len(told) == 1 and said in told[0]
