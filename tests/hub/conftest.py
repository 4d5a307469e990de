"""The fixtures of hub/engines.py and hub/line.py, for every test of the web face."""

from hub.engines import browsers, chromium, engine, site
from hub.line import line

__all__ = ["browsers", "chromium", "engine", "line", "site"]
