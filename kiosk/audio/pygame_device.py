"""The real device: pygame-ce's mixer (SDL2_mixer) and nothing else of pygame.

What SDL2 does, and what is done about it here:

- Opening audio also takes SIGTERM and SIGINT for SDL, whose quit event nobody would read: hinted off.
- A device that is unplugged is not an error to the mixer: SDL goes on consuming at about the right pace into
  nothing. The removal events need pygame's display, which is Qt's business here; so `present` watches SDL's
  list of devices, and whoever keeps the clock compares it with `busy`.
- Nothing can be decoded without an open mixer, so that on a machine without sound `decode` opens it on SDL's
  dummy driver: lengths and loudness are then known all the same.
- A WAV without samples makes SDL_mixer free its memory twice, which ends the whole program: nothing is given to
  it that `measure` finds no sound in.
- Opening can take seconds (on Windows about eight, with no device at all): never on the GUI thread.
"""

import os
from array import array
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from .device import Decoded, NoDevice
from .envelope import loudness
from .silent_device import LONGEST, clip_seconds, measured, no_sound
from .sound import BadClip
from .tone import tone

if TYPE_CHECKING:
    from pygame.mixer import Channel
    from pygame.mixer import Sound as Voice

_FRAMES = 512
_CHANNELS = 1
_BYTES_PER_SECOND_OF_RATE = 2 * _CHANNELS
_TONE_SLOT = 2
_DRIVER = "SDL_AUDIODRIVER"


@dataclass(slots=True)
class _Loaded:
    voice: "Voice"


class PygameDevice:
    """16-bit mono at `rate`; SDL converts to what the hardware wants, so that voices outlive a reopening.

    Two mixer channels take turns for crossfades, a third is for the test tone.
    """

    def __init__(self, *, rate: int = 48_000, longest: float = LONGEST) -> None:
        """rate: samples a second. longest: seconds; a longer clip is refused rather than held in memory."""
        self._rate = rate
        self._longest = longest
        # Held while the mixer opens, closes or decodes: SDL_mixer frees its channels on closing.
        self._lock = Lock()
        self._closed = False
        self._slot = 0
        self._sounding: Voice | None = None
        self._outputs: list[str] = []
        self._discarded: list[object] = []
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")

    def open(self) -> str:
        with self._lock:
            try:
                import pygame.mixer  # 0.2 s: not in the way of the first screen
                from pygame._sdl2.audio import get_audio_device_names
            except ImportError as fault:
                raise NoDevice(f"Sound is not installed properly ({fault})") from fault
            if self._closed:
                raise NoDevice("Sound has been switched off")
            pygame.mixer.quit()
            try:
                self._init()
            except pygame.error as fault:
                raise NoDevice("No speakers or sound card were found") from fault
            self._outputs = get_audio_device_names(False)
            return pygame.mixer.get_driver()

    def decode(self, path: Path) -> Decoded:
        with self._lock:
            if not self._closed and not self._can_decode():
                self._init_dummy()  # a clip may be asked for before the device has been looked for
            return self._decode(path) if self._can_decode() else measured(path)

    def samples(self, path: Path) -> tuple[bytes, int]:
        """A whole clip as it is played: 16-bit samples of one channel, and how many a second.

        Raises BadClip, and NoDevice where nothing decodes.
        """
        with self._lock:
            if not self._can_decode():
                self._init_dummy()
            if not self._can_decode():
                raise NoDevice("Sound is not installed properly, so that clips can't be decoded")
            return self._load(path).get_raw(), self._rate

    def present(self) -> bool:
        with self._lock:
            if not self._can_decode():
                return False
            from pygame._sdl2.audio import get_audio_device_names

            names = get_audio_device_names(False)
            # Any one that went may be the one in use: the system's default has no name to compare.
            kept = all(name in names for name in self._outputs)
            self._outputs = names
            return kept

    def start(self, voice: object, *, at: float, gain: float) -> None:
        import pygame

        self._sweep()
        if not isinstance(voice, _Loaded):
            raise TypeError(f"not a voice of this device: {voice!r}")
        sound = voice.voice
        try:
            if at > 0:
                first = int(at * self._rate) * _BYTES_PER_SECOND_OF_RATE
                rest = memoryview(sound.get_raw())[first:]
                if not rest:
                    return
                sound = pygame.mixer.Sound(buffer=rest)
            self._slot = 1 - self._slot
            # The voice's own gain, not the channel's: playing sets a channel back to full.
            sound.set_volume(gain)
            self._channel(self._slot).play(sound, fade_ms=15 if at > 0 else 0)
            self._sounding = sound
        except pygame.error as fault:
            raise NoDevice("The sound device does not answer") from fault

    def fade_out(self, milliseconds: int) -> None:
        import pygame

        try:
            self._channel(self._slot).fadeout(milliseconds)
        except pygame.error:
            return  # what is not open is silent already
        self._sounding = None

    def busy(self) -> bool:
        import pygame

        try:
            return self._channel(self._slot).get_busy()
        except pygame.error:
            return False

    def set_gain(self, gain: float) -> None:
        import pygame

        try:
            if self._sounding is not None:
                self._sounding.set_volume(gain)
        except pygame.error:
            return  # what is not open is silent already

    def tone(self, gain: float) -> None:
        import pygame

        try:
            sound = pygame.mixer.Sound(buffer=tone(rate=self._rate).tobytes())
            sound.set_volume(gain)
            self._channel(_TONE_SLOT).play(sound)
        except pygame.error as fault:
            raise NoDevice("The sound device does not answer") from fault

    def discard(self, voice: object) -> None:
        self._discarded.append(voice)
        self._sweep()

    def close(self) -> None:
        self._closed = True
        # A worker that hangs in the driver must not keep the kiosk from ending.
        if self._lock.acquire(timeout=2):
            try:
                if self._can_decode():
                    import pygame.mixer

                    pygame.mixer.quit()
            finally:
                self._lock.release()

    def _sweep(self) -> None:
        """Free discarded voices, but never beside an opening or closing mixer."""
        if self._discarded and self._lock.acquire(blocking=False):
            try:
                self._discarded.clear()
            finally:
                self._lock.release()

    def _channel(self, slot: int) -> "Channel":
        import pygame.mixer

        return pygame.mixer.Channel(slot)

    def _can_decode(self) -> bool:
        try:
            import pygame.mixer
        except ImportError:
            return False
        return pygame.mixer.get_init() is not None

    def _init(self) -> None:
        import pygame.mixer

        pygame.mixer.init(self._rate, -16, _CHANNELS, _FRAMES, None, 0)
        pygame.mixer.set_num_channels(_TONE_SLOT + 1)

    def _init_dummy(self) -> None:
        try:
            import pygame.mixer
        except ImportError:
            return
        # The driver can only be named in the environment, and an empty name is not the same to SDL as none.
        before = os.environ.get(_DRIVER)
        os.environ[_DRIVER] = "dummy"
        try:
            self._init()
        except pygame.error:
            return  # lengths are then read from the files' headers
        finally:
            if before is None:
                del os.environ[_DRIVER]
            else:
                os.environ[_DRIVER] = before

    def _decode(self, path: Path) -> Decoded:
        voice = self._load(path)
        raw = voice.get_raw()
        return Decoded(
            seconds=len(raw) / (self._rate * _BYTES_PER_SECOND_OF_RATE),
            loudness=loudness(array("h", raw), rate=self._rate, channels=_CHANNELS),
            voice=_Loaded(voice),
            size=len(raw),
        )

    def _load(self, path: Path) -> "Voice":
        import pygame

        clip_seconds(path, longest=self._longest)
        try:
            voice = pygame.mixer.Sound(path)
        except OSError as fault:
            raise BadClip(f"{path.name} cannot be read ({fault.strerror or fault}): put the file back.") from fault
        except pygame.error as fault:
            raise no_sound(path) from fault
        if not voice.get_length():
            raise BadClip(f"{path.name} holds no sound: save it again from the recording.")
        return voice
