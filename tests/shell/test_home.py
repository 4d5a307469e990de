"""A zone's home: its cards are in sight wherever there is room."""

from __future__ import annotations

from pathlib import Path

import pytest
from qml_items import of_type
from shell.gallery.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")

HOME = Path(__file__).resolve().parents[2] / "kiosk" / "shell"
CARD = """{ "id": "a%d", "title": "%s", "summary": "Forty-two good things near by. Find one for someone you know.",
    "minutes": 5, "company": "Alone or together", "done": false, "picture": { "sha": "", "describe": "" } }"""
PAGE = """import "file://%s" as Shell
Shell.Home { moment: ({ "zone": { "number": 4, "name": "Our community", "heading": "Look what’s here.",
    "intro": "Four things to try here. Leave the last one till last." }, "preferences": {}, "cards": [%s] }) }"""


def test_four_cards_are_all_in_sight_in_portrait(stage: Stage) -> None:
    stage.theme.setProperty("portrait", True)
    titles = ["How it feels from the other side", "The pledge wall", "What people said", "How was it?"]
    home = stage.item(PAGE % (HOME, ", ".join(CARD % (at, one) for at, one in enumerate(titles))), 1080, 1780)
    home.setWidth(1080)
    home.setHeight(1780)
    stage.settle(0.3)
    assert len(of_type(home, "ActivityCard")) == 4
    assert of_type(home, "Scroller")[0].property("overflowing") is False
