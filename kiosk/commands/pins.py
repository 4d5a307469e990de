"""PINs that there were none of yet are told once, where the kiosk was started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.commands.terminal import aside, out
from kiosk.errors import KnownError

if TYPE_CHECKING:
    from kiosk.host.pin import PinName


def tell_pins(made: dict[PinName, str] | KnownError) -> None:
    """Say which PINs were made, or why they can't be kept."""
    if isinstance(made, KnownError):
        aside.print(f"kiosk: {made}")
        return
    for name, pin in made.items():
        words = "The host's PIN" if name == "host" else "The PIN to leave the kiosk, for IT"
        out.print(f"{words} is {pin}. It is shown only now: write it down, or change it with `kiosk host set-pin`.")
