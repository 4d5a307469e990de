"""The kiosk of one zone of a venue."""

__version__ = "0.1.0"
