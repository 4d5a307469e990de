"""Thirty iPads: python -m bench.ipads PORT SECONDS. Each taps about once a second; prints milliseconds to each answer.

A tap counts from handing its record over until the hub says that it is on its disk. Each iPad also listens to the
hub's news, as the page does. Runs as a process of its own, so that it shares nothing with the hub but the machine.
"""

from __future__ import annotations

import http.client
import json
import random
import secrets
import sys
import threading
import time
import uuid

IPADS = 30
EVERY_S = (0.8, 1.2)
"""The least and the most between two taps of one delegate."""


def tap(port: int, seconds: float, seed: int, took: list[float], begin: threading.Barrier) -> None:
    """One iPad with one delegate, until the time is over. Raises RuntimeError when the hub refuses something."""
    chance, ipad, visit = random.Random(seed), secrets.token_hex(16), str(uuid.uuid4())
    threading.Thread(target=listen, args=(port,), daemon=True).start()
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    number = 1
    send(wire, ipad, {"n": number, "what": "begin", "visit": visit})
    begin.wait()
    until = time.monotonic() + seconds
    time.sleep(chance.uniform(0, EVERY_S[1]))
    while time.monotonic() < until:
        number += 1
        record = {
            "n": number, "what": "record", "id": str(uuid.uuid4()), "visit": visit, "verb": "say",
            "activity": "doreen", "screen": "hello", "detail": {"action": "ask", "to": "fall"},
        }  # fmt: skip
        handed = time.perf_counter()
        if send(wire, ipad, record) != number:
            raise RuntimeError(f"The hub does not hold number {number}.")
        took.append((time.perf_counter() - handed) * 1000)
        time.sleep(chance.uniform(*EVERY_S))


def send(wire: http.client.HTTPConnection, ipad: str, item: dict[str, object]) -> int:
    """Hand one item over; the number that the hub then holds."""
    now = int(time.time() * 1000)
    body = {"ipad": ipad, "sent": now, "first": item["n"], "about": {"unsent": 1, "visit": True}}
    wire.request("POST", "/intake", json.dumps({**body, "items": [{**item, "time": now}]}))
    answer = wire.getresponse()
    told = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"The hub answered {answer.status}: {told[:200]!r}")
    held: int = json.loads(told)["held"]
    return held


def listen(port: int) -> None:
    """What every page does besides: hold a line on which the news come."""
    wire = http.client.HTTPConnection("127.0.0.1", port)
    wire.request("GET", "/events")
    news = wire.getresponse()
    while news.readline():
        pass


def main() -> None:
    port, seconds = int(sys.argv[1]), float(sys.argv[2])
    took: list[float] = []
    begin = threading.Barrier(IPADS)
    threads = [
        threading.Thread(target=tap, args=(port, seconds, seed, took, begin), daemon=True) for seed in range(IPADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(took))


if __name__ == "__main__":
    main()
