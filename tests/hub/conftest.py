"""The fixtures of hub/engines.py, for every test of the web face."""

from hub.engines import browsers, chromium, engine, site

__all__ = ["browsers", "chromium", "engine", "site"]
