"""An activity as a picture for its author: every screen, what can be done on it, and where that leads."""

from kiosk.graph.cards import Chart, chart
from kiosk.graph.picture import draw
from kiosk.graph.ways import Way, shortest_ways

__all__ = ["Chart", "Way", "chart", "draw", "shortest_ways"]
