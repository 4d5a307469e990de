"""The certificate that the hub answers with: where it is kept, how long it is good. Light: read at each start."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from kiosk.errors import KnownError

CA: Final = "ca-secret.pem"
"""The key and the certificate of the CA. Needed to make certificates, never to serve."""
SERVER: Final = "server-secret.pem"
"""The key of the server, its certificate, and the CA's."""
DAY_S: Final = 86_400


class Held(msgspec.Struct, frozen=True):
    """A server's certificate. `ends` is seconds since 1970, `names` are names and addresses in small letters."""

    ends: float
    names: tuple[str, ...]

    def days(self, now: float) -> int:
        """Whole days that are left; below 0: it has run out."""
        return int((self.ends - now) // DAY_S)

    def covers(self, host: str) -> bool:
        """Whether it is for a machine that is called so."""
        return host.lower() in self.names


def found(folder: Path, *, wanted: bool) -> Path | None:
    """The server's file in a folder; None: there is none. KnownError when it is `wanted`, or out of reach."""
    file = folder / SERVER
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        if wanted:
            raise KnownError(
                f"There is no {SERVER} in {folder}: make it with `kiosk hub certificate`, name its folder in "
                "KIOSK_HUB_CERTIFICATE, or set KIOSK_HUB_HTTPS=0."
            ) from None
        return None
    except OSError as error:
        raise KnownError(f"{file} can't be read ({error.strerror}): give it to the user that runs the hub.") from None
    return file
