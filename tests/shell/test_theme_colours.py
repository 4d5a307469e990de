"""The colours and sizes of the theme: every one there, and words readable on every ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from qml_items import ask
from shell.gallery.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")

ZONES = ("sunflower", "coral", "teal", "leaf", "plum")


def colours(owner: QObject) -> dict[str, QColor]:
    names = ask(owner, "Object.keys(this).filter(one => this[one]?.hslHue !== undefined).join()")
    return {name: owner.property(name) for name in names.split(",")}


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("zone", ZONES)
def test_every_colour_that_a_screen_can_use_is_in_the_theme(stage: Stage, zone: str, high: bool) -> None:
    stage.theme.setProperty("zoneName", zone)
    stage.theme.setProperty("highContrast", high)
    shown = {**colours(stage.theme), **colours(stage.zone)}
    assert len(shown) > 30
    assert [name for name, value in shown.items() if value.name() == "#ff00ff"] == []


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("zone", ZONES)
def test_words_can_be_read_on_every_ground_they_lie_on(stage: Stage, zone: str, high: bool) -> None:
    stage.theme.setProperty("zoneName", zone)
    stage.theme.setProperty("highContrast", high)
    theme, own = colours(stage.theme), colours(stage.zone)
    pairs = [
        (theme["ink"], theme["paper"]),
        (theme["ink"], theme["card"]),
        (theme["ink"], own["tint"]),
        (theme["inkSoft"], theme["card"]),
        (theme["accentInk"], theme["accent"]),
        (own["buttonInk"], own["button"]),
        (own["deepInk"], own["deep"]),
        (own["name"], theme["paper"]),
        (theme["doneInk"], theme["doneDeep"]),
        (theme["fault"], theme["paper"]),
        (theme["slotInk"], theme["slot"]),
    ]
    assert [(a.name(), b.name()) for a, b in pairs if contrast(a, b) < 4.5] == []
    assert contrast(own["baseInk"], own["base"]) >= 3  # large figures
    assert contrast(theme["line"], theme["paper"]) >= 3


def test_words_grow_with_the_text_size_and_large_ones_grow_less(stage: Stage) -> None:
    item = stage.item("Item { property int small: Theme.text(30); property int large: Theme.text(100) }")
    seen = []
    for step in (0, 1, 2):
        stage.theme.setProperty("textStep", step)
        seen.append((item.property("small"), item.property("large")))
    assert seen == [(30, 100), (36, 110), (42, 120)]
