"""Around every request: its id, the version of the protocol, one line in the log, a count, and never a traceback."""

from __future__ import annotations

import logging
import re
import secrets
import time
from typing import Any, Final

import msgspec
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.central.metrics import Metrics
from sync.protocol import VERSION, VERSION_HEADER, Problem

_log = logging.getLogger(__name__)
_REQUEST_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")
RETRY: Final = 30
"""Seconds after which a kiosk may come again when the database is away."""


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, headers, "application/json")


def problem(sentence: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """What is wrong, for people."""
    return answer(Problem(sentence), status, headers)


class Wrapping:
    """ASGI, outside of everything."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        given = headers.get("x-request-id", "")
        request = given if _REQUEST_ID.match(given) else secrets.token_hex(8)
        wire, began, status = scope["path"].startswith("/api/"), time.perf_counter(), 0

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request.encode()),
                    *([(VERSION_HEADER.encode(), str(VERSION).encode())] if wire else ()),
                ]
            await send(message)

        told: dict[str, Any] = {}
        scope.setdefault("state", {})["told"] = told
        try:
            spoken = headers.get(VERSION_HEADER, "")
            if wire and spoken != str(VERSION):
                sentence = f"This central store speaks version {VERSION} of the protocol, not {spoken or 'none'}: "
                await problem(sentence + "bring the older of both up to date.", 426)(scope, receive, marked)
            else:
                await self._app(scope, receive, marked)
        except (OperationalError, InterfaceError, PoolTimeout) as error:
            _log.error("the database does not answer", exc_info=error, extra={"request": request})
            if status:
                raise
            retry = {"retry-after": str(RETRY)}
            await problem("The central store can't reach its database: try again later.", 503, retry)(
                scope, receive, marked
            )
        except Exception as error:
            _log.error("our own fault", exc_info=error, extra={"request": request})
            if status:
                raise
            sentence = f"Something went wrong in the central store: its log tells of request {request}."
            await problem(sentence, 500)(scope, receive, marked)
        finally:
            seconds = time.perf_counter() - began
            self._metrics.answered(scope.get("route_path", ""), status, seconds)
            said = {"request": request, "method": scope["method"], "path": scope["path"], "status": status}
            client = scope["client"][0] if scope.get("client") else ""
            _log.info("request", extra={**said, "ms": round(seconds * 1000, 1), "client": client, **told})
