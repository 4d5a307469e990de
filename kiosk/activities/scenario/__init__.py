"""A room and a person in it: look around, have a conversation, see where it leads."""

from kiosk.activities.scenario.deck import compile_deck
from kiosk.activities.scenario.model import Scenario, advice, places, problems
from kiosk.content.base import Kind

KIND = Kind(
    name="scenario", model=Scenario, problems=problems, compile=compile_deck, places=places, advice=advice, room=True
)
