"""Thirty iPads that listen: python -m bench.switched PORT PIN TURNS. A host switches the scenario on a tablet.

Prints the milliseconds from the host's touch until each of them was told, as JSON.
"""

from __future__ import annotations

import http.client
import json
import queue
import sys
import threading
import time
from http.cookies import SimpleCookie
from typing import Any

from bench.ipads import IPADS

PATIENCE = 30.0

Told = queue.SimpleQueue[tuple[str, float]]
"""What each iPad is told: the scenario that is on, and when that was."""


def main() -> None:
    port, pin, turns = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    host, told = Host(port), Told()
    host.ask("/host/pin", {"pin": pin})
    state = host.ask("/host/state")
    scenarios = [one["id"] for one in state["scenarios"]]
    on = next(number for number, one in enumerate(state["scenarios"]) if one["on"])
    for _ in range(IPADS):
        threading.Thread(target=listen, args=(port, told), daemon=True).start()
    for _ in range(IPADS):
        told.get(timeout=PATIENCE)
    took: list[float] = []
    for turn in range(turns):
        wanted = scenarios[(on + turn + 1) % len(scenarios)]
        begun = time.perf_counter()
        host.ask("/host/do", {"verb": "switch-now", "detail": wanted}, token=state["token"])
        for _ in range(IPADS):
            scenario, at = told.get(timeout=PATIENCE)
            if scenario != wanted:
                raise RuntimeError(f"An iPad was told {scenario} and not {wanted}.")
            took.append((at - begun) * 1000)
    print(json.dumps(took))


class Host:
    """A host's tablet, without the page."""

    def __init__(self, port: int) -> None:
        self._wire = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._cookie = ""

    def ask(self, path: str, body: object = None, *, token: str = "") -> Any:
        headers = {"cookie": self._cookie, "x-host": token}
        self._wire.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
        answer = self._wire.getresponse()
        if found := answer.getheader("set-cookie"):
            self._cookie = f"host={SimpleCookie(found)['host'].value}"
        told = json.loads(answer.read())
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered {answer.status}: {told}")
        return told


def listen(port: int, told: Told) -> None:
    """What every page does: hold a line on which the news come. Only a change of scenario counts."""
    wire = http.client.HTTPConnection("127.0.0.1", port)
    wire.request("GET", "/events")
    news, known = wire.getresponse(), None
    while line := news.readline():
        if line.startswith(b"data: {"):
            scenario = json.loads(line[6:])["scenario"]
            if scenario != known:
                known = scenario
                told.put((scenario, time.perf_counter()))


if __name__ == "__main__":
    main()
