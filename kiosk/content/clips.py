"""How long OGG Vorbis, MP3 and WAV clips last, read without decoding them."""

from __future__ import annotations

import struct

from kiosk.content.unfit import Unfit, cut_short


def ogg_seconds(data: bytes) -> float:
    """Length of an OGG Vorbis clip: the last position that its pages give, over its rate. Raises Unfit."""
    if data[28:36].startswith(b"OpusHead"):
        raise Unfit("holds Opus sound, which not every station plays", "export it as OGG Vorbis")
    if data[28:35] != b"\x01vorbis" or len(data) < 58:
        raise Unfit("is an OGG file without Vorbis sound", "export it as OGG Vorbis")
    rate = struct.unpack_from("<I", data, 40)[0]
    at, samples, ended = 0, 0, False
    while at < len(data) and not ended:
        if data[at : at + 4] != b"OggS" or at + 27 > len(data):
            raise cut_short("clip")
        flags, position = struct.unpack_from("<Bq", data, at + 5)
        segments = data[at + 27 : at + 27 + data[at + 26]]
        at += 27 + data[at + 26] + sum(segments)
        samples = position if position >= 0 else samples
        ended = bool(flags & 4)
    if not ended or at > len(data):
        raise cut_short("clip")
    return _checked(samples, rate)


def wav_seconds(data: bytes) -> float:
    """Length of a WAV clip of plain samples. Raises Unfit."""
    at, rate = 12, 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > len(data):
            break
        if kind == b"fmt " and size >= 16:
            code, _, _, rate = struct.unpack_from("<HHII", data, at + 8)
            if code not in (1, 3, 0xFFFE):
                raise Unfit("is a WAV of compressed sound", "export it as OGG Vorbis")
        if kind == b"data" and rate:
            return _checked(size, rate)
        at += 8 + size + size % 2
    raise cut_short("clip")


def mp3_seconds(data: bytes) -> float:
    """Length of an MP3 clip, frame by frame. Raises Unfit."""
    at = _first_frame(data, _after_tag(data))
    seconds = 0.0
    frames = 0
    while at + 4 <= len(data) and data[at : at + 3] != b"TAG" and data[at : at + 8] != b"APETAGEX":
        size, samples, rate = _frame(data, at)
        if at + size > len(data):
            raise cut_short("clip")
        frames += 1
        if not (frames == 1 and (b"Xing" in data[at : at + 48] or b"Info" in data[at : at + 48])):
            seconds += samples / rate
        at += size
    return _checked(seconds, 1)


def _after_tag(data: bytes) -> int:
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _first_frame(data: bytes, at: int) -> int:
    """Where the sound begins: some tags are longer than they say."""
    for start in range(at, min(at + 4096, len(data) - 4)):
        try:
            size, _, _ = _frame(data, start)
            if start + size + 4 <= len(data):
                _frame(data, start + size)
        except Unfit:
            continue
        return start
    raise Unfit("is not an MP3 clip", "export it again")


_BITRATES = {  # kbit/s by index, Layer III
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def _frame(data: bytes, at: int) -> tuple[int, int, int]:
    """(bytes, samples, samples a second) of the MPEG Layer III frame at `at`."""
    first, second, third = data[at : at + 3]
    version, layer, bitrate, rate = second >> 3 & 3, second >> 1 & 3, third >> 4, third >> 2 & 3
    if first != 0xFF or second < 0xE0 or version == 1 or layer != 1 or bitrate in (0, 15) or rate == 3:
        raise cut_short("clip")
    hertz = _RATES[version][rate]
    samples = 1152 if version == 3 else 576
    speed = _BITRATES[1 if version == 3 else 2][bitrate] * 1000
    return samples // 8 * speed // hertz + (third >> 1 & 1), samples, hertz


def _checked(samples: float, rate: int) -> float:
    if samples <= 0 or rate <= 0:
        raise Unfit("is a clip without any sound in it", "record or export it again")
    return round(samples / rate, 3)
