"""How long a WAV, OGG or MP3 file plays, read from its frame headers without decoding it. Pure but for the read."""

import struct
from pathlib import Path

_MP3_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_MP3_KBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_OPUS_RATE = 48_000


def seconds_of(path: Path) -> float | None:
    """Seconds of sound in the file, or None when it is no WAV, OGG (Vorbis, Opus) or MP3. Raises OSError."""
    data = path.read_bytes()
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return _wav(data)
    if data[:4] == b"OggS":
        return _ogg(data)
    return _mp3(data)


def _wav(data: bytes) -> float | None:
    at, bytes_per_second, frame = 12, 0, 0
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name == b"fmt " and at + 24 <= len(data):
            bytes_per_second, frame = struct.unpack_from("<IH", data, at + 16)
        elif name == b"data":
            held = min(size, len(data) - at - 8)
            return held / bytes_per_second if bytes_per_second and held >= frame > 0 else None
        at += 8 + size + size % 2
    return None


def _ogg(data: bytes) -> float | None:
    last = data.rfind(b"OggS")
    if len(data) < 58 or last + 14 > len(data):
        return None
    granule: int = struct.unpack_from("<q", data, last + 6)[0]
    first = data[28:58]
    if first[:7] == b"\x01vorbis":
        rate, skip = int.from_bytes(first[12:16], "little"), 0
    elif first[:8] == b"OpusHead":
        rate, skip = _OPUS_RATE, int.from_bytes(first[10:12], "little")
    else:
        return None
    return (granule - skip) / rate if rate and granule > skip else None


def _mp3(data: bytes) -> float | None:
    at = 0
    if data[:3] == b"ID3" and len(data) > 10:
        at = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    samples = frames = rate = 0
    while frame := _mp3_frame(data, at):
        length, frame_samples, rate = frame
        tag = max(data.find(b"Xing", at, at + 64), data.find(b"Info", at, at + 64)) if frames == 0 else -1
        # An encoder's table of contents is a frame without sound, and says what it padded the rest with.
        samples += frame_samples if tag < 0 else -_mp3_padding(data, tag)
        at, frames = at + length, frames + 1
    # Three frames in a row: two bytes that look like a header are found in any file.
    return samples / rate if frames >= 3 and samples > 0 else None


def _mp3_padding(data: bytes, tag: int) -> int:
    """Samples of silence before and after the sound, as a LAME-style tag states them."""
    flags = int.from_bytes(data[tag + 4 : tag + 8], "big")
    sizes = ((1, 4), (2, 4), (4, 100), (8, 4))  # frames, bytes, table of contents, quality
    at = tag + 8 + sum(size for bit, size in sizes if flags & bit) + 21
    both = int.from_bytes(data[at : at + 3], "big")
    return (both >> 12) + (both & 0xFFF)


def _mp3_frame(data: bytes, at: int) -> tuple[int, int, int] | None:
    """(bytes, samples per channel, samples a second) of the layer III frame at `at`."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version, kbit, rate_index = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or kbit in (0, 15) or rate_index == 3:
        return None
    rate, newest = _MP3_RATES[version][rate_index], version == 3
    samples = 1152 if newest else 576
    length = samples // 8 * _MP3_KBITS[newest][kbit] * 1000 // rate + (data[at + 2] >> 1 & 1)
    return length, samples, rate
