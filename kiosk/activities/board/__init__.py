"""Several people, one board: look round, take up cards, lay them where they belong, see where it leads."""

from kiosk.activities.board.deck import compile_deck
from kiosk.activities.board.model import Board, advice, places, problems
from kiosk.content.base import Kind

KIND = Kind(name="board", model=Board, problems=problems, compile=compile_deck, places=places, advice=advice, room=True)
