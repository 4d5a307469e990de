"""The clips known to a player, and which decoded voices are kept in memory."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import KnownError

from .device import Decoded
from .sound import Loaded


@dataclass(slots=True, eq=False)
class Clip:
    """What is known of one file. Its length and loudness stay when its voice has been let go."""

    path: Path
    seconds: float | None = None
    loudness: bytes = b""
    decoded: Decoded | None = None
    fault: KnownError | None = None
    loading: bool = False
    waiting: list[Loaded] = field(default_factory=list)


class Shelf:
    """Clips by key, least recently used first, with at most `budget` bytes of voices.

    The newest voice always stays, however large, so that a clip can be played at all.
    """

    def __init__(self, *, budget: int) -> None:
        self._budget = budget
        self._clips: dict[str, Clip] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes of voices held."""
        return self._size

    def get(self, key: str) -> Clip | None:
        return self._clips.get(key)

    def place(self, key: str, path: Path) -> tuple[Clip, list[Decoded]]:
        """The clip for this key and path, and the voice of another file that it takes the place of."""
        clip = self._clips.get(key)
        if clip is not None and clip.path == path:
            return clip, []
        freed = self._drop(clip) if clip is not None else []
        self._clips[key] = new = Clip(path, waiting=clip.waiting if clip is not None else [])
        return new, freed

    def use(self, key: str) -> None:
        """Count a clip as the most recently used."""
        self._clips[key] = self._clips.pop(key)

    def keep(self, key: str, decoded: Decoded, *, playing: str | None) -> list[Decoded]:
        """Hold a voice; answers those that had to make room. The one that plays is not among them."""
        clip = self._clips[key]
        freed = self._drop(clip)
        clip.decoded, clip.seconds, clip.loudness = decoded, decoded.seconds, decoded.loudness
        self._size += decoded.size
        self.use(key)
        for other, held in self._clips.items():
            if self._size <= self._budget:
                break
            if other not in (key, playing):
                freed += self._drop(held)
        return freed

    def _drop(self, clip: Clip) -> list[Decoded]:
        decoded, clip.decoded = clip.decoded, None
        if decoded is None:
            return []
        self._size -= decoded.size
        return [decoded]
