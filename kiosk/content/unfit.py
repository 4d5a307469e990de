"""Why a media file cannot be used."""

from __future__ import annotations


class Unfit(Exception):
    """A file that is not what it should be. `what` completes "this file …"; `do` says what to do about it."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what} — {do}")
        self.what = what
        self.do = do


def cut_short(what: str) -> Unfit:
    """A file that began as it should."""
    return Unfit(f"is {with_article(what)} that ends too early or is damaged", "copy or export it again")


def with_article(what: str) -> str:
    """`a PNG picture`, `an MP3 clip`: as their names are said."""
    return f"{'an' if what[:2] in ('MP', 'OG', 'SV') else 'a'} {what}"
