"""Sync in this kiosk: the agent on a thread of its own, as soon as the kiosk belongs to a central store.

Another program on this machine asks for a round now by making the file `sync-now` in the data folder; it is gone when
the round is over.
"""

from __future__ import annotations

import logging
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from kiosk.centre import Membership, keep_membership, read_membership
from kiosk.errors import KnownError
from kiosk.store import Store
from kiosk.store.sending import Sending
from sync.agent import Agent, State
from sync.line import BadAddress, NoLine, Wire
from sync.protocol import Enrol, Enrolled, Problem

ASKED: Final = "sync-now"
LOOK_S: Final = 2.0
"""Between looks whether somebody asks for a round, or whether this kiosk was enrolled."""
STOP_S: Final = 5.0

_log = logging.getLogger(__name__)


def join(folder: Path, *, url: str, code: str, station: str, app: str) -> Membership:
    """Have the kiosk with this data folder join the central store at `url`. Asks the network. Raises KnownError."""
    try:
        wire = Wire(url)
    except BadAddress as error:
        raise KnownError(str(error)) from None
    asked = msgspec.json.encode(Enrol(code=code[:40], station=station, app=app))
    try:
        answer = wire.post("/api/enrol", asked, "application/json")
    except NoLine as error:
        if isinstance(error.__cause__, ssl.SSLCertVerificationError):
            raise KnownError(str(error)) from None
        raise KnownError(f"No central store answers at {url}: check the address and the network.") from None
    finally:
        wire.close()
    try:
        if answer.status != 200:
            raise KnownError(msgspec.json.decode(answer.body, type=Problem).problem)
        told = msgspec.json.decode(answer.body, type=Enrolled)
    except msgspec.DecodeError:
        raise KnownError(f"What answers at {url} isn't a central store: check the address.") from None
    member = Membership(
        url=url if "//" in url else f"https://{url}", device=told.device, token=told.token, zone=told.zone,
        venue=told.venue, centre=told.centre,
    )  # fmt: skip
    keep_membership(folder, member)
    return member


class Sync:
    """Sends what `store` recorded in `folder`, from `start` to `stop`. `nudge` may be called from any thread."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        station: str,
        app: str,
        release: str,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._now = folder, monotonic
        self._station, self._app = station, app
        self._sending = Sending(
            store, folder, station=station, app=app, release=release, now_ms=lambda: int(clock() * 1000)
        )
        self._bell = threading.Event()
        self._busy = self._ended = False
        self._due = 0.0
        self._problem = ""
        self._member: Membership | None = None
        self._agent: Agent | None = None
        self._wire: Wire | None = None
        self._thread = threading.Thread(target=self._run, name="kiosk-sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def nudge(self) -> None:
        """Something has changed, such as the network: try now."""
        self._bell.set()

    def stop(self) -> None:
        """Let go. What is under way is sent again another time."""
        self._ended = True
        if self._agent:
            self._agent.end()
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        if self._wire and not self._thread.is_alive():
            self._wire.close()

    def seen(self) -> tuple[Membership | None, State]:
        """Where this kiosk belongs to, and how the last round went. Of memory alone."""
        agent, problem = self._agent, self._problem
        state = agent.state if agent else self._sending.last()
        return self._member, msgspec.structs.replace(state, problem=problem, stuck=True) if problem else state

    @property
    def under_way(self) -> bool:
        """Whether it sends, or is about to because somebody asked for it."""
        return self._busy or self._bell.is_set()

    def oldest(self) -> int:
        """When the oldest that is unsent was recorded, UTC in ms; 0 when there is none. Reads the disk."""
        return self._sending.oldest()

    def join(self, url: str, code: str) -> Membership:
        """Join a central store, and send what there is. Asks the network. Raises KnownError."""
        member = join(self._folder, url=url, code=code, station=self._station, app=self._app)
        self.nudge()
        return member

    def round(self) -> State:
        """One round, here and now. Raises KnownError for a kiosk that was never enrolled."""
        if not self._joined():
            raise KnownError("This kiosk belongs to no central store yet: `kiosk enrol URL CODE` makes it join one.")
        assert self._agent  # noqa: S101 - made by _joined
        while self._agent.round() == 0 and not self._ended:
            pass
        return self._agent.state

    def _run(self) -> None:
        asked = self._folder / ASKED
        while not self._ended:
            rung, wanted = self._bell.is_set(), asked.exists()
            self._busy = rung or wanted
            if rung:
                self._bell.clear()
            self._look(wanted=rung or wanted)
            self._busy = False
            if wanted:
                with suppress(OSError):
                    asked.unlink()
            if not self._ended:
                self._bell.wait(min(LOOK_S, max(0.0, self._due - self._now())) if self._agent else LOOK_S)

    def _look(self, *, wanted: bool) -> None:
        """A round, when it is wanted or due."""
        try:
            joined = self._joined()
        except KnownError as error:
            if str(error) != self._problem:
                _log.warning("%s", error)
            self._problem, self._agent = str(error), None
            return
        self._problem = ""
        if joined and self._agent and (wanted or self._now() >= self._due):
            self._busy = True
            self._due = self._now() + self._agent.round()

    def _joined(self) -> bool:
        """Whether this kiosk belongs to a centre. It may have joined one, or another, since the last look."""
        member = read_membership(self._folder)
        if member != self._member or (member and not self._agent):
            # It needn't wait for what was due before, and what another centre said is no news of this one.
            state = State() if self._member else self._sending.last()
            self._member, self._agent, self._due = member, None, self._now()
            if self._wire:
                self._wire.close()
            if member:
                try:
                    self._wire = Wire(member.url, member.token)
                except BadAddress as error:
                    raise KnownError(str(error)) from None
                self._agent = Agent(recordings=self._sending, line=self._wire, state=state)
        return self._agent is not None
