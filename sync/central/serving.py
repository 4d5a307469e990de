"""Running the server: a socket, uvicorn, and one sentence when that can't be."""

from __future__ import annotations

import logging
import socket
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from kiosk.errors import KnownError

_log = logging.getLogger(__name__)
_WAITING: Final = 2048
"""Connections that may wait to be taken."""


def bound(address: str, port: int) -> socket.socket:
    """A socket on which kiosks can already knock. Raises KnownError where there can't be one."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # Only where the protocol is named does asyncio send small answers at once, instead of 40 ms later.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(_WAITING)
    except (OSError, OverflowError) as error:
        made.close()
        why = getattr(error, "strerror", None) or str(error)
        raise KnownError(
            f"The server can't listen on {address}, port {port} ({why}): name another with --address or --port."
        ) from None
    return made


def server(app: ASGIApp, *, proxy: str = "") -> uvicorn.Server:
    """uvicorn as it is run here. `proxy`: whose word about where a request came from is believed; empty: nobody's."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,  # it would hold what follows a "?"
        server_header=False,
        lifespan="off",
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or None,
        timeout_graceful_shutdown=20,
        h11_max_incomplete_event_size=32 * 1024,
    )
    return uvicorn.Server(config)


def run(app: ASGIApp, listening: socket.socket, *, proxy: str = "") -> None:
    """Serve until somebody stops it."""
    at, number = listening.getsockname()[:2]
    _log.info("listening", extra={"address": at, "port": number})
    server(app, proxy=proxy).run(sockets=[listening])
