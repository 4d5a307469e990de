"""Web addresses lead only to where the venue means to send people, and safely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kiosk.content.base import Location
from kiosk.content.checks.subject import Subject
from kiosk.content.faults import Fault
from kiosk.content.reader import Data

_ADDRESS = re.compile(
    r"""[a-z][a-z0-9+.-]*://[^\s"”’<>)\]]+"""
    r"""|(?<![@\w.-])(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|gov|info|eu|io))\b(?![\w@-])""",
    re.IGNORECASE,
)
_NAMES = ("file", "kind", "links")
"""Keys that hold names and no texts."""


def links(subject: Subject) -> Iterator[Fault]:
    """Addresses in any text that aren't https, or whose host isn't in the venue's `links:`."""
    for at, address in addresses(subject.document.data):
        scheme, host = _parts(address)
        if scheme != "https":
            yield subject.fault(at, f"`{address}` does not begin with https://", "use an address that does")
        elif host not in subject.hosts:
            known = ", ".join(sorted(subject.hosts)) or "nothing yet"
            what = f"`{address}` leads to `{host}`, which the venue's `links:` does not name ({known})"
            yield subject.fault(at, what, "correct the address, or add that host to `links:` in zones.yaml")


def addresses(data: Data, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every web address in a document's texts, with where it stands. An e-mail address is none."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in _NAMES:
                yield from addresses(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from addresses(value, (*at, index))
    elif isinstance(data, str):
        for found in _ADDRESS.finditer(data):
            yield at, found.group().rstrip(".,;:!?…")


def _parts(address: str) -> tuple[str, str]:
    """Scheme and host; https where an address is written without one."""
    try:
        split = urlsplit(address if "://" in address else f"https://{address}")
        host = split.netloc.lower() if "@" in split.netloc else (split.hostname or "")
    except ValueError:
        return "", ""
    return split.scheme.lower(), host
