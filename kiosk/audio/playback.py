"""The clip that plays, as a clock sees it. Pure: every answer is a function of `now`."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Playback:
    """A clip's clock.

    seconds: its length, None while that is not known and the clock waits. since: when it last began to run,
    None while it is held or waits. before: seconds that went by until then.
    """

    key: str
    asked: float
    seconds: float | None
    since: float | None = None
    before: float = 0.0
    held: bool = False

    def begun(self, now: float, seconds: float) -> "Playback":
        """Its length is known: the clock runs, unless it is held."""
        return replace(self, seconds=seconds, since=None if self.held else now)

    def hold(self, now: float) -> "Playback":
        return replace(self, before=self.position(now), since=None, held=True)

    def carry_on(self, now: float) -> "Playback":
        return replace(self, since=None if self.seconds is None else now, held=False)

    def position(self, now: float) -> float:
        """Seconds into the clip, never past its end."""
        run = 0.0 if self.since is None else max(0.0, now - self.since)
        return min(self.before + run, self.seconds) if self.seconds is not None else 0.0

    def over(self, now: float) -> bool:
        return self.seconds is not None and self.since is not None and self.position(now) >= self.seconds
