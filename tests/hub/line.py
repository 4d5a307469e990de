"""The Wi-Fi between an iPad and the hub, which a test can cut, or have lose an answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Literal

import pytest
from hub.kiosk_stage import Kiosk

REFUSAL = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"

Fault = Literal["refused", "unanswered", "silent"]
"""`refused`: the hub never sees it and 503 is answered. `unanswered`: the hub takes it, and its answer gets lost.
`silent`: it gets lost itself, and nobody says so."""


class Line:
    """Passes everything on to a port of this machine. `faults` come over the next things sent to `/intake`, in turn."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._whole = True
        self.faults: list[Fault] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Everything that is open breaks off, and nothing new gets through."""
        self._whole = False
        self._drop()

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        self._whole = False
        # Closing alone would leave `accept` waiting.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._drop()

    def _drop(self) -> None:
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                ipad, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(ipad,), daemon=True).start()

    def _serve(self, ipad: socket.socket) -> None:
        with suppress(OSError), ipad, socket.create_connection(("127.0.0.1", self._to)) as hub:
            with self._lock:
                if not self._whole:
                    return
                self._open |= {ipad, hub}
            lost, silent = threading.Event(), threading.Event()
            answers = threading.Thread(target=self._answer, args=(hub, ipad, lost, silent), daemon=True)
            answers.start()
            try:
                while asked := ipad.recv(65_536):
                    fault = self.faults.pop(0) if self.faults and asked.startswith(b"POST /intake") else ""
                    if fault == "refused":
                        ipad.sendall(REFUSAL)
                        break
                    if fault == "unanswered":
                        lost.set()
                    if fault == "silent":
                        silent.set()
                        while ipad.recv(65_536):
                            pass
                        break
                    hub.sendall(asked)
            finally:
                for one in (hub, ipad):
                    with suppress(OSError):
                        one.shutdown(socket.SHUT_RDWR)
                answers.join()
                with self._lock:
                    self._open -= {ipad, hub}

    def _answer(self, hub: socket.socket, ipad: socket.socket, lost: threading.Event, silent: threading.Event) -> None:
        with suppress(OSError):
            while told := hub.recv(65_536):
                if lost.is_set():
                    break
                ipad.sendall(told)
        with suppress(OSError):
            if not silent.is_set():
                ipad.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(kiosk: Kiosk) -> Iterator[Line]:
    """The Wi-Fi to the test's own `kiosk`."""
    made = Line(kiosk.port)
    yield made
    made.close()
