"""What stands before everything the hub answers: headers that keep a page to itself, limits, and patience."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "media-src 'self' blob:",
    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'",
    "form-action 'self'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`body` is the most bytes that are taken, `patience` the seconds for them to come in.

    A client may ask `burst` times at once and `rate` times a second after; `clients` are remembered at once.
    """

    body: int = 512 * 1024
    patience: float = 10.0
    burst: float = 400.0
    rate: float = 40.0
    clients: int = 2000


class Guard:
    """Wraps the hub's app. `monotonic` gives seconds."""

    def __init__(self, app: ASGIApp, *, monotonic: Callable[[], float], limits: Limits | None = None) -> None:
        self._app, self._now, self._limits = app, monotonic, limits or Limits()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        client = scope["client"][0] if scope["client"] else ""
        refusal = self._refusal(client, scope)
        if refusal:
            await refusal(scope, receive, answer)
            return
        if scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, answer)
            return
        try:
            body = await asyncio.wait_for(self._body(receive), self._limits.patience)
        except TimeoutError:
            await PlainTextResponse("That took too long.", 408)(scope, receive, answer)
            return
        if body is None:
            await PlainTextResponse("That is too much at once.", 413)(scope, receive, answer)
            return
        await self._app(scope, _ready(body, receive), answer)

    def _refusal(self, client: str, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if not self._may_ask(client):
            return PlainTextResponse("Too many at once: wait a moment.", 429, headers={"retry-after": "2"})
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Only GET and POST are answered here.", 405, headers={"allow": "GET, HEAD, POST"})
        if scope["method"] == "POST" and _from_elsewhere(headers):
            return PlainTextResponse("This comes from another page.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._limits.body:
            return PlainTextResponse("That is too much at once.", 413)
        return None

    def _may_ask(self, client: str) -> bool:
        now, limits = self._now(), self._limits
        left, then = self._left.pop(client, (limits.burst, now))
        left = min(limits.burst, left + (now - then) * limits.rate)
        self._left[client] = (max(0.0, left - 1), now)
        if len(self._left) > limits.clients:
            self._left.popitem(last=False)
        return left >= 1

    async def _body(self, receive: Receive) -> bytes | None:
        """The whole body; None when it is larger than allowed."""
        parts: list[bytes] = []
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return None
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._limits.body:
                return None
            more = message.get("more_body", False)
        return b"".join(parts)


def _from_elsewhere(headers: Headers) -> bool:
    """Whether another site's page sent this. A browser tells in one of two ways; a program tells in neither."""
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin", "")
    return site not in ("same-origin", "none") or bool(origin and origin.partition("://")[2] != headers.get("host"))


def _ready(body: bytes, receive: Receive) -> Receive:
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
