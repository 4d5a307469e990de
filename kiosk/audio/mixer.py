"""The one `Sound`: a clip's clock, and a device that follows it while there is one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .device import Decoded, Device, NoDevice
from .envelope import level
from .health import Health
from .jobs import Jobs
from .playback import Playback
from .shelf import Shelf
from .sound import BadClip, Ended, Loaded, OffThread, SoundState, gain

FADE_MS = 120
MEMORY = 32 * 1024 * 1024
"""Bytes of decoded voices kept: about five and a half minutes."""

_GRACE = 0.5  # seconds that captions wait for a voice still being read, before they go ahead of it
_EARLY = 0.25  # a voice that falls silent this long before its end has lost its device
_LATE = 1.0  # and one that is still sounding this long after it has a device that hangs


class Mixer:
    """See `Sound`. Belongs to the thread that calls it; jobs go through `off_thread` and come back in `poll`."""

    def __init__(
        self,
        *,
        device: Device,
        clock: Callable[[], float],
        off_thread: OffThread,
        memory: int = MEMORY,
        on_ended: Ended = lambda _key, _seconds, _complete: None,
    ) -> None:
        """clock: monotonic seconds. memory: bytes of decoded voices to keep."""
        self.on_ended = on_ended
        self._device = device
        self._clock = clock
        self._jobs = Jobs(off_thread)
        self._shelf = Shelf(budget=memory)
        self._health = Health()
        self._now: Playback | None = None
        self._sounding = False  # the device was given the voice of `_now`
        self._tail_until: float | None = None
        self._hint: float | None = None  # length to go by while the clip is still being read
        self._volume = 80
        self._muted = False
        self._closed = False
        self._open()

    # Clips

    def load(self, key: str, path: Path, *, done: Loaded | None = None) -> None:
        clip, freed = self._shelf.place(key, path)
        if freed and self.playing == key:
            self.stop()
        self._free(freed)
        if done is not None:
            clip.waiting.append(done)
        if clip.loading:
            return
        clip.loading = True
        if clip.decoded is not None:
            self._shelf.use(key)
            ready = clip.decoded
            self._jobs.later(lambda: self._loaded(key, path, ready))
            return
        self._jobs.run(lambda: self._decode(path), lambda result: self._loaded(key, path, result))

    def duration(self, key: str) -> float | None:
        clip = self._shelf.get(key)
        return clip.seconds if clip is not None else None

    # Playing

    def play(self, key: str, *, seconds: float | None = None) -> bool:
        self.stop()
        now = self._clock()
        clip = self._shelf.get(key)
        if clip is None or clip.fault is not None:
            if seconds is not None and seconds > 0:
                self._now = Playback(key, now, seconds).begun(now, seconds)
            return False
        self._now = playback = Playback(key, now, None)
        if clip.decoded is not None:
            self._shelf.use(key)
            self._begin(playback, clip.decoded.seconds)
            return True
        self._hint = clip.seconds or seconds
        if not clip.loading:
            self.load(key, clip.path)
        return True

    def tap(self, key: str, *, seconds: float | None = None) -> bool:
        if self.playing == key:
            self.stop()
            return False
        return self.play(key, seconds=seconds)

    def pause(self) -> None:
        if self._now is not None and not self._now.held:
            self._now = self._now.hold(self._clock())
            self._hush()

    def resume(self) -> None:
        if self._now is not None and self._now.held:
            self._now = self._now.carry_on(self._clock())
            self._sound()

    def stop(self) -> None:
        if self._now is not None:
            self._finish(self._now, complete=self._now.over(self._clock()))

    @property
    def playing(self) -> str | None:
        return self._now.key if self._now is not None else None

    @property
    def paused(self) -> bool:
        return self._now is not None and self._now.held

    @property
    def position(self) -> float:
        return self._now.position(self._clock()) if self._now is not None else 0.0

    def level(self, at: float) -> float:
        clip = self._shelf.get(self._now.key) if self._now is not None and not self._now.held else None
        return level(clip.loudness, at) if clip is not None else 0.0

    # The host

    def set_volume(self, volume: int) -> None:
        self._volume = max(0, min(100, volume))
        self._apply_gain()

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        self._apply_gain()

    def state(self) -> SoundState:
        return self._health.state(muted=self._muted, volume=self._volume)

    def test(self) -> bool:
        if not self._health.up:
            self._health.hurry()
            return False
        try:
            self._device.tone(self._loudness())
        except NoDevice as fault:
            self._lost(str(fault))
            return False
        return True

    def poll(self) -> None:
        now = self._clock()
        self._check_clip(now)
        self._jobs.deliver()
        if self._closed:
            return
        if self._health.wants_open(now):
            self._open()
        elif self._health.wants_look(now):
            self._jobs.run(self._device.present, self._looked)

    def close(self) -> None:
        if self._closed:
            return
        self._now, self._sounding, self._closed = None, False, True
        self._health = Health()
        self._jobs.close()
        self._device.close()

    # What happens in between

    def _decode(self, path: Path) -> Decoded | BadClip:
        try:
            return self._device.decode(path)
        except BadClip as fault:
            return fault

    def _loaded(self, key: str, path: Path, result: Decoded | BadClip) -> None:
        clip = self._shelf.get(key)
        if clip is None or clip.path != path or not clip.loading:  # replaced while it was read
            if isinstance(result, Decoded):
                self._free([result])
            return
        clip.loading = False
        waiting, clip.waiting = clip.waiting, []
        if isinstance(result, BadClip):
            clip.fault = result
        elif result is not clip.decoded:
            clip.fault = None
            self._free(self._shelf.keep(key, result, playing=self.playing))
        playback = self._now
        if playback is not None and playback.key == key and not self._sounding:
            self._arrived(playback, clip.seconds)
        for done in waiting:
            done(clip.fault)

    def _arrived(self, playback: Playback, seconds: float | None) -> None:
        """The clip that waits, or runs in silence, has been read: or cannot be."""
        if seconds is None and playback.seconds is None and self._hint is None:
            self._finish(playback, complete=False)
        elif playback.seconds is None:
            self._begin(playback, seconds or self._hint or 0.0)
        elif seconds is not None:
            self._now = replace(playback, seconds=seconds)
            self._sound()

    def _begin(self, playback: Playback, seconds: float) -> None:
        self._now = playback.begun(self._clock(), seconds)
        self._sound()

    def _sound(self) -> None:
        """Give the device the voice of the running clip, from where its clock is."""
        playback, now = self._now, self._clock()
        if playback is None or playback.since is None or playback.over(now) or not self._health.up:
            return
        clip = self._shelf.get(playback.key)
        if clip is None or clip.decoded is None or clip.decoded.voice is None:
            return
        try:
            self._device.start(clip.decoded.voice, at=playback.position(now), gain=self._gain())
        except NoDevice as fault:
            self._lost(str(fault))
        else:
            self._sounding, self._tail_until = True, None

    def _hush(self) -> None:
        if self._sounding and self._health.up:
            self._device.fade_out(FADE_MS)
        self._sounding = False

    def _finish(self, playback: Playback, *, complete: bool) -> None:
        key, seconds = playback.key, playback.position(self._clock())
        if complete:
            self._tail_until = self._clock() + _LATE if self._sounding else None
            self._sounding = False
        else:
            self._hush()
        self._now = None
        self._jobs.later(lambda: self.on_ended(key, seconds, complete))

    def _check_clip(self, now: float) -> None:
        if self._tail_until is not None and now >= self._tail_until:
            self._tail_until = None
            if self._health.up and self._device.busy():
                self._lost("The sound device hangs")
        playback = self._now
        if playback is None:
            return
        if playback.seconds is None and self._hint and now - playback.asked >= _GRACE:
            self._begin(playback, self._hint)
        elif playback.over(now):
            self._finish(playback, complete=True)
        elif self._sounding and playback.seconds is not None:
            left = playback.seconds - playback.position(now)
            if left > _EARLY and not self._device.busy():
                self._lost("The sound device stopped in the middle of a clip")

    # The device

    def _open(self) -> None:
        self._health.opening()
        self._jobs.run(self._try_open, self._opened)

    def _try_open(self) -> NoDevice | str:
        try:
            return self._device.open()
        except NoDevice as fault:
            return fault

    def _opened(self, result: NoDevice | str) -> None:
        now = self._clock()
        if isinstance(result, NoDevice):
            self._health.failed(str(result), now)
            return
        self._health.opened(result, now)
        self._sound()

    def _looked(self, present: bool) -> None:
        if not present and self._health.up:
            self._lost("The speakers or the sound card were unplugged")

    def _lost(self, why: str) -> None:
        self._sounding, self._tail_until = False, None
        self._health.lost(why, self._clock())

    def _loudness(self) -> float:
        return gain(self._volume)

    def _gain(self) -> float:
        return 0.0 if self._muted else self._loudness()

    def _apply_gain(self) -> None:
        if self._sounding and self._health.up:
            self._device.set_gain(self._gain())

    def _free(self, voices: list[Decoded]) -> None:
        for decoded in voices:
            self._device.discard(decoded.voice)
