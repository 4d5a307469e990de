"""Why a media file cannot be used."""

from __future__ import annotations


class Unfit(Exception):
    """A file that is not what it should be. `what` completes "this file …"; `do` says what to do about it."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what} — {do}")
        self.what = what
        self.do = do


def cut_short(what: str) -> Unfit:
    return Unfit(f"is a {what} that ends too early or is damaged", "copy or export it again")
