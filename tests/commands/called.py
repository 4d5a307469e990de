"""A command as a person calls it, and what it came to."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.settings import Settings


class Said:
    """What a command came to."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def sentence(self) -> str:
        """The one line of an error."""
        assert self.code not in (0, None), self.out
        assert self.err.startswith("kiosk: ") and self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err and "Error" not in self.err
        return self.err.removeprefix("kiosk: ").strip()


Call = Callable[..., Said]
"""Runs a command given as words."""


def places(settings: Settings) -> list[str]:
    return ["--data", str(settings.data), "--content", str(settings.content), "--zones", str(settings.zones)]
