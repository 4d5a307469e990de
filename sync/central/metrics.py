"""What Prometheus reads. Counters are of this process since its start; gauges are what the database holds."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Connection, func, select

from sync.central import schema


class Metrics:
    """Counts. May be used by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: dict[str, float] = defaultdict(float)
        self._rows: Counter[str] = Counter()

    def answered(self, path: str, status: int, seconds: float) -> None:
        """A request was answered. `path` is the route, empty for an address that there isn't."""
        with self._lock:
            self._requests[path, status] += 1
            self._seconds[path] += seconds

    def took(self, *, kept: int, sent: int) -> None:
        """A batch of `sent` rows was taken, of which so many were new."""
        with self._lock:
            self._rows.update(kept=kept, known=sent - kept)

    def forked(self) -> None:
        with self._lock:
            self._rows["forks"] += 1

    def text(self, connection: Connection) -> str:
        """All of it in Prometheus' text format."""
        with self._lock:
            requests, seconds, rows = dict(self._requests), dict(self._seconds), dict(self._rows)
        out: list[str] = []

        def family(name: str, kind: str, text: str, values: list[tuple[str, Any]]) -> None:
            out.append(f"# HELP kiosk_central_{name} {text}\n# TYPE kiosk_central_{name} {kind}")
            out.extend(f"kiosk_central_{name}{labels} {value}" for labels, value in values)

        family(
            "requests_total", "counter", "Requests answered by this process.",
            [(f'{{path="{path}",status="{status}"}}', count) for (path, status), count in sorted(requests.items())],
        )  # fmt: skip
        family(
            "request_seconds_total", "counter", "Time spent on them.",
            [(f'{{path="{path}"}}', f"{spent:.6f}") for path, spent in sorted(seconds.items())],
        )  # fmt: skip
        family("rows_kept_total", "counter", "Rows that were new.", [("", rows.get("kept", 0))])
        family("rows_known_total", "counter", "Rows that were sent again.", [("", rows.get("known", 0))])
        family("forks_total", "counter", "Batches that said otherwise than what is held.", [("", rows.get("forks", 0))])
        held, logs, newest = connection.execute(
            select(func.coalesce(func.sum(schema.log.c.held), 0), func.count(), func.max(schema.log.c.received))
        ).one()
        count: Any = select(func.count())
        known = count.select_from(schema.device).where(schema.device.c.revoked.is_(None))
        family("rows_held", "gauge", "Rows held of all logs.", [("", int(held))])
        family("logs", "gauge", "Logs that something is known of.", [("", logs)])
        family("devices", "gauge", "Kiosks that may send.", [("", connection.execute(known).scalar_one())])
        family(
            "quarantined", "gauge", "Rows set aside because they are none.",
            [("", connection.execute(count.select_from(schema.quarantine)).scalar_one())],
        )  # fmt: skip
        family(
            "last_batch_timestamp_seconds", "gauge", "When the last batch came, since 1970.",
            [("", (newest or 0) / 1000)],
        )  # fmt: skip
        return "\n".join(out) + "\n"
