"""Groups and places near by, with a map: filter them, find one for somebody you met, take the ones you like away."""

from kiosk.activities.community_finder.deck import compile_deck
from kiosk.activities.community_finder.model import CommunityFinder, problems
from kiosk.content.base import Kind

KIND = Kind(name="community_finder", model=CommunityFinder, problems=problems, compile=compile_deck)
