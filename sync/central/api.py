"""What kiosks speak with: the addresses of `sync.protocol`. Database work goes to threads; the loop only waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec
from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from sync.central import claims, devices, holding, ingest
from sync.central.bodies import Limits, Refusal, body_of, read
from sync.central.database import Database
from sync.central.describing import described
from sync.central.devices import Device
from sync.central.metrics import Metrics
from sync.central.wrapping import answer
from sync.protocol import BadBatch, Claim, Compare, Enrol, Enrolled, Fork, Held, Logs, unpack

_enrol = msgspec.json.Decoder(Enrol)
_logs = msgspec.json.Decoder(Logs)
_compare = msgspec.json.Decoder(Compare)
_claim = msgspec.json.Decoder(Claim)

UNKNOWN = "This kiosk is not known here, or was taken off the list: enrol it with a new code."
_CODES: Final = {403: "The code is unknown, used or too old.", 429: "Too many wrong codes came in."}


def routes(
    *, database: Database, metrics: Metrics, centre: str, now_ms: Callable[[], int], limits: Limits
) -> APIRouter:
    """The addresses below /api."""
    router = APIRouter(prefix="/api")

    def known(request: Request) -> Device:
        """Who sends this; to be asked on a thread, before anything else is done with the body."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        found = None
        if scheme.lower() == "bearer":
            with database.glancing() as connection:
                found = devices.device_of(connection, token.strip())
        if found is None:
            raise Refusal(401, UNKNOWN)
        request.state.told["device"] = found.id
        return found

    @router.post("/enrol", openapi_extra=described(Enrol, Enrolled, token=False, problems=_CODES))
    async def enrol(request: Request) -> Response:
        asked = read(_enrol, await body_of(request, limits.other, limits))
        address = request.client.host if request.client else ""
        try:
            made = await run_in_threadpool(devices.enrol, database, asked, address=address, centre=centre, now=now_ms())
        except devices.Refused as error:
            raise Refusal(429 if error.retry else 403, str(error), retry=error.retry) from None
        request.state.told["device"] = made.device
        return answer(made)

    @router.post("/held", openapi_extra=described(Logs, dict[str, Held]))
    async def held(request: Request) -> Response:
        body = await body_of(request, limits.other, limits)

        def work() -> dict[str, Held]:
            who, asked = known(request), read(_logs, body)
            if asked.about:
                claims.seen(database, who.id, asked.about, now_ms())
            with database.glancing() as connection:
                return holding.held(connection, asked.logs)

        return answer(await run_in_threadpool(work))

    @router.post("/batch", openapi_extra=described(bytes, Held, problems={409: "The log parts here."}))
    async def batch(request: Request) -> Response:
        body = await body_of(request, limits.batch, limits)

        def work() -> tuple[ingest.Taken, int]:
            who, given = known(request), unpack(body)
            return ingest.take(database, who.id, given, now_ms()), len(given.lines)

        try:
            taken, count = await run_in_threadpool(work)
        except BadBatch as error:
            raise Refusal(422, f"This batch can't be taken: {error}. Send it again.") from None
        request.state.told.update(rows=count, kept=taken.kept, bytes=len(body))
        if isinstance(taken.answer, Fork):
            metrics.forked()
            return answer(taken.answer, 409)
        metrics.took(kept=taken.kept, sent=count)
        return answer(taken.answer)

    @router.post("/compare", openapi_extra=described(Compare, dict[int, str]))
    async def compare(request: Request) -> Response:
        body = await body_of(request, limits.other, limits)

        def work() -> dict[int, str]:
            known(request)
            asked = read(_compare, body)
            with database.reading() as connection:
                number = holding.number_of(connection, asked.log)
                return {} if number is None else holding.ids(connection, number, asked.seqs)

        return answer(await run_in_threadpool(work))

    @router.post("/claim", openapi_extra=described(Claim, None), status_code=204)
    async def claim(request: Request) -> Response:
        body = await body_of(request, limits.other, limits)

        def work() -> None:
            claims.keep(database, known(request).id, read(_claim, body), now_ms())

        try:
            await run_in_threadpool(work)
        except claims.NoSuchBlock as error:
            raise Refusal(422, str(error)) from None
        return Response(status_code=204)

    return router
