"""The composition root of the central store's server: builds each part once and hands it what it needs."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final

from fastapi import FastAPI, Request, Response
from sqlalchemy import select
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError, TimeoutError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from sync.central import api
from sync.central.bodies import Limits, Refusal
from sync.central.database import Database
from sync.central.describing import BEARER
from sync.central.metrics import Metrics
from sync.central.wrapping import Wrapping, answer, problem

_log = logging.getLogger(__name__)

CENTRE: Final = "central store"
RETRY: Final = 30
"""Seconds after which a kiosk may come again when the database is away."""
_LIMITS: Final = Limits()


def build(
    database: Database,
    *,
    centre: str = CENTRE,
    now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    limits: Limits = _LIMITS,
) -> ASGIApp:
    """The server over a database that is in its present shape. `centre` is what kiosks are told that it is called."""
    app = FastAPI(title="Central store", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    metrics = Metrics()
    app.include_router(api.routes(database=database, metrics=metrics, centre=centre, now_ms=now_ms, limits=limits))

    @app.exception_handler(Refusal)
    async def refused(_: Request, error: Refusal) -> Response:
        return error.response()

    @app.exception_handler(HTTPException)
    async def nothing(_: Request, error: HTTPException) -> Response:
        headers = dict(error.headers) if error.headers else None
        return problem("There is nothing at this address.", error.status_code, headers)

    async def away(request: Request, error: Exception) -> Response:
        _log.error("the database does not answer", exc_info=error, extra={"request": request.state.request})
        return problem("The central store can't reach its database: try again later.", 503, {"retry-after": str(RETRY)})

    for kind in (OperationalError, InterfaceError, TimeoutError):
        app.add_exception_handler(kind, away)

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        number = request.state.request
        _log.error("our own fault", exc_info=error, extra={"request": number})
        return problem(f"Something went wrong in the central store: its log tells of request {number}.", 500)

    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> Response:
        def work() -> None:
            with database.glancing() as connection:
                connection.execute(select(1))

        try:
            await run_in_threadpool(work)
        except SQLAlchemyError:
            return answer({"database": "away"}, 503)
        return answer({"database": "ok"})

    @app.get("/metrics", include_in_schema=False)
    async def counts() -> Response:
        def work() -> str:
            with database.reading() as connection:
                return metrics.text(connection)

        return Response(await run_in_threadpool(work), media_type="text/plain; version=0.0.4")

    app.openapi_schema = {**app.openapi(), "security": []}
    app.openapi_schema.setdefault("components", {})["securitySchemes"] = BEARER
    return Wrapping(app, metrics)
