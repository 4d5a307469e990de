"""Which central store this kiosk belongs to, and its token there: in a file that only its owner can read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from kiosk.errors import KnownError

FILE_NAME: Final = "centre.json"


class Membership(msgspec.Struct, frozen=True):
    """Made by `kiosk enrol`. `centre` is what the central store calls itself."""

    url: str
    device: str
    token: str
    zone: str
    venue: str
    centre: str


def read_membership(folder: Path) -> Membership | None:
    """That of the kiosk with this data folder; None when it was never enrolled. Raises KnownError."""
    file = folder / FILE_NAME
    try:
        return msgspec.json.decode(file.read_bytes(), type=Membership)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise KnownError(f"{file} can't be read ({error}): enrol this kiosk anew with `kiosk enrol`.") from error


def keep_membership(folder: Path, membership: Membership) -> None:
    """Write it, whole or not at all. Raises KnownError."""
    file = folder / FILE_NAME
    part = folder / f".{FILE_NAME}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(msgspec.json.encode(membership))
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise KnownError(f"{file} can't be written ({error.strerror}): check the data folder.") from error
