"""The hub on its own thread: uvicorn on an address of this machine."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from pathlib import Path
from typing import Any, Final

import uvicorn

from kiosk.errors import KnownError
from kiosk.hub.guard import Guard
from kiosk.hub.news import Board

CONNECTIONS = 300
"""The most at once: thirty iPads hold a few each."""
IDLE_S = 20
"""How long a connection that says nothing is kept."""
STOP_S = 5.0
ANYWHERE: Final = ("0.0.0.0", "::")  # noqa: S104
"""Addresses that stand for all of this machine's."""


class Server:
    """Serves an app until it is stopped."""

    def __init__(
        self, app: Guard, board: Board, *, address: str, port: int, name: str = "", secret: Path | None = None
    ) -> None:
        """Takes the port at once; `name` is what this machine is called. With `secret`, the file of a key and its
        certificate, it answers by https. Raises KnownError for a port that can't be had and a file that can't be used.
        """
        self._board, self._name = board, name
        context = _context(secret) if secret else None
        self._socket = _bound(address, port)
        config = uvicorn.Config(
            app=app, log_config=None, access_log=False, lifespan="off", server_header=False, date_header=True,
            timeout_keep_alive=IDLE_S, limit_concurrency=CONNECTIONS, h11_max_incomplete_event_size=16_384,
            timeout_graceful_shutdown=2, ws="none", http="h11", loop="asyncio",
            ssl_context_factory=(lambda *_: context) if context else None,
        )  # fmt: skip
        self._scheme = "https" if context else "http"
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="kiosk-hub", daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened on, also where any free one was asked for."""
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def host(self) -> str:
        """What this machine is called, or its address."""
        bound: str = self._socket.getsockname()[0]
        return self._name or (own_address() if bound in ANYWHERE else bound)

    @property
    def address(self) -> str:
        """Where a browser finds it: `host:port`."""
        host = self.host
        return f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """What a browser is given."""
        return f"{self._scheme}://{self.address}/"

    def start(self) -> None:
        """Begin to answer. Comes back once it does."""
        self._thread.start()
        self._started.wait(STOP_S)

    def stop(self) -> None:
        """Let everybody go and answer no more."""
        self._board.end()
        self._server.should_exit = True
        self._thread.join(STOP_S)
        self._socket.close()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._board.bind(asyncio.get_running_loop())
        asyncio.get_running_loop().call_soon(self._started.set)
        await self._server.serve(sockets=[self._socket])


def _context(secret: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # A key with a password is refused: nobody is there to enter it.
        context.load_cert_chain(secret, password="")
    except (OSError, ValueError) as error:
        damaged = isinstance(error, ValueError | ssl.SSLError)
        why = "it is damaged" if damaged else getattr(error, "strerror", "")
        raise KnownError(
            f"The hub can't use the certificate in {secret} ({why}): make it again with "
            "`kiosk hub certificate`, or set KIOSK_HUB_HTTPS=0."
        ) from None
    return context


def _bound(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # Only where the protocol is named does asyncio send small answers at once, instead of 40 ms later.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((address, port))
    except OSError as error:
        found.close()
        raise KnownError(
            f"The hub can't listen on {address}, port {port} ({error.strerror}): set KIOSK_HUB_PORT to another port "
            "or KIOSK_HUB_ADDRESS to an address of this machine, or switch it off with KIOSK_HUB=0."
        ) from None
    return found


def own_address() -> str:
    """This machine's address in its network, as others see it; its own loopback where there is no network.

    Nothing is sent: the system only says which way it would go.
    """
    asked: Any = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        asked.connect(("192.0.2.1", 9))
        return str(asked.getsockname()[0])
    except OSError:
        return "127.0.0.1"
    finally:
        asked.close()
