"""Around every request: its id, the version of the protocol, one line in the log and a count."""

from __future__ import annotations

import logging
import re
import secrets
import time
from typing import Any, Final

import msgspec
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.central.metrics import Metrics
from sync.protocol import VERSION, VERSION_HEADER, Problem

_log = logging.getLogger(__name__)
_REQUEST_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")


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
        told: dict[str, Any] = {}
        scope.setdefault("state", {}).update(told=told, request=request)

        def over() -> None:
            seconds = time.perf_counter() - began
            self._metrics.answered(getattr(scope.get("route"), "path", ""), status, seconds)
            said = {"request": request, "method": scope["method"], "path": scope["path"], "status": status}
            client = scope["client"][0] if scope.get("client") else ""
            _log.info("request", extra={**said, "ms": round(seconds * 1000, 1), "client": client, **told})

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request.encode()),
                    *([(VERSION_HEADER.encode(), str(VERSION).encode())] if wire else ()),
                ]
            elif not message.get("more_body", False):
                over()
            await send(message)

        spoken = headers.get(VERSION_HEADER, "")
        if wire and spoken != str(VERSION):
            sentence = f"This central store speaks version {VERSION} of the protocol, not {spoken or 'none'}: "
            await problem(sentence + "bring the older of both up to date.", 426)(scope, receive, marked)
            return
        try:
            await self._app(scope, receive, marked)
        except Exception:
            # It was logged and answered already, and is raised once more for servers that want to see it.
            if not status:
                raise
