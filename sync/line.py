"""The line to the centre: one connection that is kept, by https or, on one machine, by http."""

from __future__ import annotations

import http.client
import ssl
from typing import Final
from urllib.parse import urlsplit

import msgspec

from sync.protocol import VERSION, VERSION_HEADER

PATIENCE_S: Final = 30.0
LARGEST: Final = 4 * 1024 * 1024
"""Bytes of an answer."""
LONGEST_WAIT_S: Final = 3600.0


class NoLine(Exception):
    """The centre can't be reached, or its answer got lost on the way. The text is a sentence for a host."""


class BadAddress(ValueError):
    """No address of a central store; the text says what one is like."""


class Answer(msgspec.Struct, frozen=True):
    """What came back. `after` is the seconds of `Retry-After`, 0 when it wasn't said."""

    status: int
    body: bytes
    after: float = 0.0


class Wire:
    """Posts to a centre at `url`, with a device's token if there is one. Not safe to share between threads."""

    def __init__(self, url: str, token: str = "", *, patience: float = PATIENCE_S) -> None:
        """Raises BadAddress."""
        wrong = BadAddress(f"“{url}” is no address of a central store: it is like https://centre.example.org.")
        try:
            parts = urlsplit(url if "//" in url else f"https://{url}")
            port = parts.port
        except ValueError:
            raise wrong from None
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise wrong
        self._where = (parts.hostname, port)
        self._secure = parts.scheme == "https"
        self._base = parts.path.rstrip("/")
        self._token, self._patience = token, patience
        self._open: http.client.HTTPConnection | None = None

    def post(self, path: str, body: bytes, kind: str) -> Answer:
        """Send a body and read the answer, whatever its status. Raises NoLine."""
        headers = {"content-type": kind, VERSION_HEADER: str(VERSION)}
        if self._token:
            headers["authorization"] = f"Bearer {self._token}"
        kept = self._open is not None
        try:
            return self._ask(path, body, headers)
        except (ConnectionError, http.client.BadStatusLine) as error:
            self.close()
            if not kept:
                raise self._lost(error) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise self._lost(error) from error
        # The centre had let go of the connection that was kept: that is no fault of the line.
        try:
            return self._ask(path, body, headers)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise self._lost(error) from error

    def close(self) -> None:
        """Let go of the connection."""
        if self._open:
            self._open.close()
        self._open = None

    def _ask(self, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        if self._open is None:
            host, port = self._where
            if self._secure:
                context = ssl.create_default_context()
                self._open = http.client.HTTPSConnection(host, port, timeout=self._patience, context=context)
            else:
                self._open = http.client.HTTPConnection(host, port, timeout=self._patience)
        self._open.request("POST", self._base + path, body, headers)
        answer = self._open.getresponse()
        told = answer.read(LARGEST + 1)
        if len(told) > LARGEST or answer.length:
            raise http.client.HTTPException("the answer is too large")
        return Answer(answer.status, told, _seconds(answer.getheader("retry-after", "")))

    def _lost(self, error: Exception) -> NoLine:
        host = self._where[0]
        if isinstance(error, ssl.SSLCertVerificationError):
            return NoLine(f"{host} can't prove who it is ({error.verify_message}): tell those who look after it.")
        return NoLine(f"The centre at {host} can't be reached now: it is tried again by itself, and nothing is lost.")


def _seconds(said: str) -> float:
    return min(float(said), LONGEST_WAIT_S) if said.isdecimal() else 0.0
