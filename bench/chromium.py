"""Headless Chromium, for comparison: started on a page, and tapped through its own debugging pipe.

It draws without the GPU, as the kiosk does here; nothing of it reaches the network.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.processes import PATIENCE, started, wait_readable

# Debian's `chromium` is a shell script around this; to start it without the script is in its favour.
PROGRAMS = ("/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--metrics-recording-only",
    "--mute-audio",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--window-size=1920,1080",
)


def program() -> str | None:
    """Where Chromium is on this machine, or None."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def words(chromium: str, profile: Path, url: str) -> list[str]:
    """The command line that shows a page."""
    return [chromium, *FLAGS, f"--user-data-dir={profile}", url]


class Beacon:
    """A port of this machine that a page calls when it is drawn."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    def wait(self) -> None:
        """Until the page calls. Raises TimeoutError when it does not."""
        wait_readable(self._socket.fileno(), "the page's call")
        caller, _ = self._socket.accept()
        caller.close()

    def close(self) -> None:
        self._socket.close()


class Pipe:
    """Chromium's debugging protocol over its pipe: JSON messages with a zero byte after each."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, back
        self._number = 0
        self._rest = b""
        self._session = ""

    def attach(self, url: str) -> None:
        """Speak to the page that shows `url` from now on."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for target in self.call("Target.getTargets")["targetInfos"]:
                if target["type"] == "page" and target["url"] == url:
                    found = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
                    self._session = found["sessionId"]
                    return
            time.sleep(0.05)
        raise TimeoutError(f"Chromium does not show {url}")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What a method answers. Raises RuntimeError with Chromium's words when it refuses."""
        self._number += 1
        said: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._to, json.dumps(said).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"Chromium refuses {method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression in the page, waited for if it is a promise."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"The page fails at {script!r}: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def press(self, x: float, y: float) -> None:
        self._mouse("mousePressed", x, y)

    def release(self, x: float, y: float) -> None:
        self._mouse("mouseReleased", x, y)

    def _mouse(self, kind: str, x: float, y: float) -> None:
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            wait_readable(self._back, "Chromium's answer")
            got = os.read(self._back, 1 << 16)
            if not got:
                raise RuntimeError("Chromium has ended")
            self._rest += got
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def driven(chromium: str, profile: Path, url: str) -> Iterator[Pipe]:
    """Chromium showing a page, with a pipe to drive it."""
    theirs_in, to = os.pipe()
    back, theirs_out = os.pipe()
    # The protocol wants handles 3 and 4; a shell puts them there.
    shell = ["/bin/sh", "-c", 'in=$1 out=$2; shift 2; eval "exec \\"\\$@\\" 3<&$in 4>&$out"', "sh"]
    line = [*shell, str(theirs_in), str(theirs_out), *words(chromium, profile, url), "--remote-debugging-pipe"]
    try:
        with started(line, hand_over=(theirs_in, theirs_out)):
            pipe = Pipe(to, back)
            pipe.attach(url)
            yield pipe
    finally:
        for handle in (theirs_in, theirs_out, to, back):
            os.close(handle)
