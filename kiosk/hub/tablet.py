"""The host menu on a host's own tablet: `/host`. The PIN guard is the screen's own, with the same limits.

Who has entered the PIN holds a signed cookie for as long as they do something now and then. Each request that changes
something also carries a token that only this page can read, so that no other page can send it for them.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

import msgspec
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.errors import KnownError
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard

IDLE_S: Final = 300
"""Seconds without doing anything after which the tablet locks itself."""
COOKIE: Final = "host"


class Side(Protocol):
    """Whoever answers for the zone's screens. Called on the hub's threads."""

    @property
    def guard(self) -> PinGuard | None:
        """Compares PINs; None while there is none to compare."""

    def seen(self) -> Mapping[str, Any]:
        """What a host sees: `{scenarios, pending, paused, session, visiting, notes, centre}`.

        `centre` is a sentence on how sending to the central store goes, or empty.
        """

    def do(self, action: HostAction) -> None:
        """Do and record it. Raises KnownError when it can't be done."""


class _Pin(msgspec.Struct, forbid_unknown_fields=True):
    pin: str


class _Wish(msgspec.Struct, forbid_unknown_fields=True):
    verb: str
    detail: str = ""


def action_of(verb: str, detail: str) -> HostAction | None:
    """What a host asks for in the page, as something to do; None: there is no such thing."""
    plain: dict[str, HostAction] = {
        "pause": HostAction("host-pause"),
        "resume": HostAction("host-resume"),
        "start-again": HostAction("host-start-again"),
        "approve": HostAction("host-approve", {"note": detail}),
        "decline": HostAction("host-decline", {"note": detail}),
        "session": HostAction("host-session", {"session": detail}),
        "session-end": HostAction("host-session-end"),
        "switch-now": HostAction("host-switch", {"scenario": detail, "when": "now"}),
        "switch-after": HostAction("host-switch", {"scenario": detail, "when": "after-visit"}),
    }
    return plain.get(verb)


class Tablet:
    """The routes below `/host`. `shown` adds what the hub itself knows: its iPads."""

    def __init__(self, *, side: Side, shown: Callable[[], Mapping[str, Any]], secret: str = "") -> None:
        self._side, self._shown = side, shown
        self._signer = URLSafeTimedSerializer(secret or secrets.token_hex(32), salt="host")

    def routes(self) -> list[Route]:
        return [
            Route("/host/state", self._state),
            Route("/host/pin", self._pin, methods=["POST"]),
            Route("/host/do", self._do, methods=["POST"]),
            Route("/host/lock", self._lock, methods=["POST"]),
        ]

    async def _state(self, request: Request) -> Response:
        token = self._token(request)
        if token is None:
            return _answer({"locked": True})
        seen = await run_in_threadpool(self._side.seen)
        return _answer({**seen, **self._shown(), "token": token})

    async def _pin(self, request: Request) -> Response:
        try:
            given = msgspec.json.decode(await request.body(), type=_Pin).pin
        except msgspec.DecodeError:
            return _answer({"ok": False, "sentence": "Enter the PIN again."}, 400)
        guard = self._side.guard
        if guard is None:
            return _answer({"ok": False, "sentence": "The hub is still starting: try again in a moment."}, 503)
        outcome = await run_in_threadpool(guard.try_pin, "host", given[:12])
        if outcome.counted and not outcome.ok:
            wrong = HostAction("host-wrong-pin", {"which": "host", "wait": outcome.wait_seconds})
            await run_in_threadpool(self._side.do, wrong)
        told = {"ok": outcome.ok, "sentence": outcome.sentence, "wait": outcome.wait_seconds}
        if not outcome.ok:
            return _answer(told, 403)
        await run_in_threadpool(self._side.do, HostAction("host-open"))
        return self._signed_in(request, _answer(told), secrets.token_hex(16))

    async def _do(self, request: Request) -> Response:
        token = self._token(request)
        if token is None or not hmac.compare_digest(token, request.headers.get("x-host", "")):
            return _answer({"locked": True}, 401)
        try:
            wish = msgspec.json.decode(await request.body(), type=_Wish)
        except msgspec.DecodeError:
            return _answer({"sentence": "That could not be read."}, 400)
        action = action_of(wish.verb, wish.detail[:80])
        if action is None:
            return _answer({"sentence": "That can't be done from here."}, 400)
        try:
            await run_in_threadpool(self._side.do, action)
        except KnownError as error:
            return self._signed_in(request, _answer({"sentence": str(error)}, 409), token)
        return self._signed_in(request, _answer({"sentence": ""}), token)

    async def _lock(self, request: Request) -> Response:
        if self._token(request) is not None:
            await run_in_threadpool(self._side.do, HostAction("host-close", {"how": "host"}))
        answer = _answer({"locked": True})
        answer.delete_cookie(COOKIE, path="/host")
        return answer

    def _token(self, request: Request) -> str | None:
        """The token of whoever is signed in; None: nobody, or for too long."""
        try:
            found = self._signer.loads(request.cookies.get(COOKIE, ""), max_age=IDLE_S)
        except BadSignature:
            return None
        return found if isinstance(found, str) else None

    def _signed_in(self, request: Request, answer: Response, token: str) -> Response:
        answer.set_cookie(
            COOKIE, str(self._signer.dumps(token)), max_age=IDLE_S, path="/host", httponly=True, samesite="strict",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return answer


def _answer(told: Mapping[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(dict(told), status, headers={"cache-control": "no-store"})
