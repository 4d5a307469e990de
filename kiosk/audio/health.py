"""Whether there is a device, when to look and when to try again, and how to say so. Pure: told the time."""

from dataclasses import dataclass

from .sound import SoundState

LOOK_EVERY = 2.0
WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
"""Seconds before each further try to open a device; the last one repeats for ever."""

_STEADY = 30.0  # seconds that a device must have lasted for its loss to be retried at once
_AGAIN = "It is tried again by itself; captions carry on meanwhile."
_HELP = "Check that the speakers are plugged in and on."


@dataclass(slots=True)
class Health:
    """The device as last heard of. `up` is the only time that it may be asked to play."""

    up: bool = False
    busy: bool = False  # an opening is under way elsewhere
    name: str = ""
    why: str = ""
    ever: bool = False
    tries: int = 0
    next_try: float = 0.0
    next_look: float = 0.0
    opened_at: float = 0.0

    def opening(self) -> None:
        self.up, self.busy = False, True

    def opened(self, name: str, now: float) -> None:
        self.up, self.ever, self.busy = True, True, False
        self.name, self.opened_at, self.next_look = name, now, now + LOOK_EVERY

    def failed(self, why: str, now: float) -> None:
        self.busy, self.why = False, why
        self._wait(now)

    def lost(self, why: str, now: float) -> None:
        self.up, self.why = False, why
        if now - self.opened_at >= _STEADY:
            self.tries, self.next_try = 0, now
        else:
            self._wait(now)

    def hurry(self) -> None:
        """Somebody is waiting for it: try at the next chance."""
        self.next_try = 0.0

    def wants_open(self, now: float) -> bool:
        return not self.up and not self.busy and now >= self.next_try

    def wants_look(self, now: float) -> bool:
        if not self.up or now < self.next_look:
            return False
        self.next_look = now + LOOK_EVERY
        return True

    def state(self, *, muted: bool, volume: int) -> SoundState:
        if not self.up and not self.why:
            return SoundState("starting", "Sound is starting.")
        if not self.up and self.ever:
            return SoundState("lost", f"{self.why}. {_HELP} {_AGAIN}")
        if not self.up:
            return SoundState("no-device", f"{self.why}. {_HELP} {_AGAIN}")
        if muted:
            return SoundState("muted", "Sound is switched off here; captions carry on.")
        if self.name in ("dummy", "disk"):
            return SoundState("ok", f"Sound is told to go nowhere (SDL_AUDIODRIVER={self.name}): nobody hears it.")
        return SoundState("ok", f"Sound is on, at volume {volume}.")

    def _wait(self, now: float) -> None:
        self.next_try = now + WAITS[min(self.tries, len(WAITS) - 1)]
        self.tries += 1
