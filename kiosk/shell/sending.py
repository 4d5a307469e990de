"""Sending to the central store, as a host asks for it in the menu: now, and joining a centre."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kiosk.centre import Membership
from kiosk.errors import KnownError
from kiosk.host import sending
from kiosk.host.sending import Sender
from kiosk.shell.offload import Offload
from sync.protocol import CODE_LENGTH, CODE_LETTERS


class SendingDesk:
    """Until `sender` is there, a moment after the start, nothing can be asked for."""

    def __init__(self, *, offload: Offload, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives seconds since 1970."""
        self._offload, self._clock = offload, clock
        self.sender: Sender | None = None
        self._asked = self._joining = False
        self._problem = ""

    def send(self) -> None:
        """Send now."""
        if self.sender:
            self._asked = True
            self.sender.nudge()

    def join(self, typed: str, then: Callable[[Membership], None]) -> None:
        """Join a centre by an address and a code, on a line each. `then` is told when that went well."""
        sender = self.sender
        if sender is None or self._joining:
            return
        url, _, code = typed.partition("\n")
        self._joining, self._problem = True, ""

        def work() -> Membership | KnownError:
            try:
                return sender.join(url.strip(), code.strip())
            except KnownError as error:
                return error

        def joined(found: Membership | KnownError) -> None:
            self._joining = False
            if isinstance(found, KnownError):
                self._problem = str(found)
            else:
                self._asked = True
                then(found)

        self._offload.run(work, joined)

    def forget(self) -> None:
        """What was said is old: whoever opens the menu next hears nothing of it."""
        self._asked, self._problem = False, ""

    def facts(self, oldest: int) -> dict[str, Any]:
        """For the panel. `oldest` as from `Sender.oldest`."""
        return sending.facts(self.sender, oldest=oldest, now=self._clock())

    def sentence(self) -> str:
        """For a host's tablet."""
        return sending.sentence(self.sender, now=self._clock())

    def buttons(self) -> dict[str, Any]:
        """What stands below the panel, empty before the sender is there: `{send, join, anew, went}`.

        `went` is what came of the host's asking: empty, `on`, `well` or `wrong`.
        """
        if self.sender is None:
            return {}
        member, state = self.sender.seen()
        went = "on" if self.sender.under_way else "wrong" if state.problem else "well"
        return {
            "send": member is not None and not state.stuck, "join": member is None or state.stuck,
            "anew": member is not None, "went": went if self._asked else "",
        }  # fmt: skip

    def sheet(self) -> dict[str, Any]:
        """What the sheet for joining shows: `{joining, problem, letters, length}`."""
        return {
            "joining": self._joining, "problem": self._problem, "letters": CODE_LETTERS, "length": CODE_LENGTH,
        }  # fmt: skip
