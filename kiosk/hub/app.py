"""What the hub answers: the page and its parts, the zone's content, the news, and what iPads send."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kiosk.hub.feed import Feed, Sheet, packed
from kiosk.hub.guard import Guard, Limits
from kiosk.hub.news import Board
from kiosk.hub.tablet import Tablet
from kiosk.hub.whole import whole

WEB: Final = Path(__file__).with_name("web")
KINDS: Final = Path(__file__).parent.parent / "activities"
FOREVER: Final = "public, max-age=31536000, immutable"
EACH_TIME: Final = "no-cache"
_PART = re.compile(r"[a-z0-9_-]+\.(?:mjs|css|html|webmanifest|png)")
_TYPES: Final = {
    "mjs": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "html": "text/html; charset=utf-8",
    "webmanifest": "application/manifest+json", "png": "image/png",
}  # fmt: skip

Intake = Callable[[bytes], tuple[int, dict[str, object]]]
"""Takes the body of `/intake` on a thread of its own, and gives the status and what to answer."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What the app is made of. `fonts` gives a typeface by the name that the stylesheet has for it."""

    feed: Feed
    board: Board
    theme: str
    icons: Path
    fonts: Callable[[str], bytes | None]
    intake: Intake
    tablet: Tablet


def drawn_kinds() -> frozenset[str]:
    """The kinds of activity that the page can draw: those with a `web.mjs`."""
    return frozenset(path.parent.name for path in KINDS.glob("[a-z]*/web.mjs"))


def make_app(parts: Parts, *, monotonic: Callable[[], float], limits: Limits | None = None) -> Guard:
    """The ASGI app."""
    theme, icons = packed(parts.theme.encode()), packed(_icons(parts.icons))
    pages: dict[Path, tuple[tuple[int, int], Sheet]] = {}

    def part(path: Path) -> Sheet | None:
        """A file of the page, packed; again when it has changed."""
        try:
            seen = path.stat()
            known = pages.get(path)
            if known is None or known[0] != (seen.st_size, seen.st_mtime_ns):
                known = pages[path] = ((seen.st_size, seen.st_mtime_ns), packed(path.read_bytes()))
        except OSError:
            return None
        return known[1]

    async def page(request: Request) -> Response:
        return _sheet(request, part(WEB / "index.html"), _TYPES["html"])

    async def host(request: Request) -> Response:
        return _sheet(request, part(WEB / "host.html"), _TYPES["html"])

    async def ready(request: Request) -> Response:
        return _sheet(request, part(WEB / "ready.html"), _TYPES["html"])

    async def face(request: Request) -> Response:
        name = request.path_params["name"]
        if not _PART.fullmatch(name):
            return _nothing()
        return _sheet(request, part(WEB / name), _TYPES[name.rpartition(".")[2]])

    async def kind(request: Request) -> Response:
        folder, name = request.path_params["kind"], request.path_params["name"]
        if not re.fullmatch(r"[a-z][a-z_]*", folder) or not _PART.fullmatch(name):
            return _nothing()
        return _sheet(request, part(KINDS / folder / name), _TYPES[name.rpartition(".")[2]])

    async def no_icon(_request: Request) -> Response:
        return Response(status_code=204, headers={"cache-control": FOREVER})

    async def worker(request: Request) -> Response:
        answer = _sheet(request, part(WEB / "worker.mjs"), _TYPES["mjs"])
        answer.headers["service-worker-allowed"] = "/"
        return answer

    async def everything(request: Request) -> Response:
        made = {"/theme.css": theme, "/icons.json": icons}
        sheet = await run_in_threadpool(
            whole, web=WEB, kinds=KINDS, part=part, fonts=parts.fonts, feed=parts.feed, made=made
        )
        return _sheet(request, sheet, "application/json")

    async def font(request: Request) -> Response:
        body = await run_in_threadpool(parts.fonts, request.path_params["name"])
        return Response(body, headers={"cache-control": FOREVER}, media_type="font/woff") if body else _nothing()

    async def feed(request: Request) -> Response:
        return _sheet(request, await run_in_threadpool(parts.feed.index), "application/json")

    async def deck(request: Request) -> Response:
        name = request.path_params["name"]
        sheet = await run_in_threadpool(parts.feed.deck, name)
        current = sheet is not None and request.url.query == sheet.tag
        return _sheet(request, sheet, "application/json", FOREVER if current else EACH_TIME)

    async def edition(request: Request) -> Response:
        sheet = await run_in_threadpool(parts.feed.edition, request.path_params["code"])
        return _sheet(request, sheet, "application/json")

    async def codes(request: Request) -> Response:
        name = request.path_params["name"]
        sheet = await run_in_threadpool(parts.feed.codes, name)
        deck_now = await run_in_threadpool(parts.feed.deck, name)
        current = deck_now is not None and request.url.query == deck_now.tag
        return _sheet(request, sheet, "application/json", FOREVER if current else EACH_TIME)

    async def media(request: Request) -> Response:
        found = parts.feed.file(request.path_params["sha"])
        if found is None or not found[0].is_file():
            return _nothing()
        return FileResponse(found[0], media_type=found[1], headers={"cache-control": FOREVER})

    async def events(_request: Request) -> Response:
        if parts.board.full:
            return PlainTextResponse("Too many are listening.", 503, headers={"retry-after": "5"})
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(parts.board.listen(), media_type="text/event-stream", headers=headers)

    async def intake(request: Request) -> Response:
        status, told = await run_in_threadpool(parts.intake, await request.body())
        return JSONResponse(told, status, headers={"cache-control": "no-store"})

    async def look(request: Request) -> Response:
        return _sheet(request, theme, _TYPES["css"])

    async def icon(request: Request) -> Response:
        return _sheet(request, icons, "application/json")

    app = Starlette(
        routes=[
            Route("/", page),
            Route("/face/{name}", face),
            Route("/kinds/{kind}/{name}", kind),
            Route("/favicon.ico", no_icon),
            Route("/worker.mjs", worker),
            Route("/whole", everything),
            Route("/theme.css", look),
            Route("/icons.json", icon),
            Route("/fonts/{name}", font),
            Route("/feed", feed),
            Route("/deck/{name}", deck),
            Route("/edition/{code}", edition),
            Route("/codes/{name}", codes),
            Route("/media/{sha}", media),
            Route("/events", events),
            Route("/intake", intake, methods=["POST"]),
            Route("/host", host),
            Route("/ready", ready),
            *parts.tablet.routes(),
        ],
        exception_handlers={404: _not_here},
    )
    return Guard(app, monotonic=monotonic, limits=limits)


def _icons(folder: Path) -> bytes:
    """Every icon by its name, as one JSON file."""
    return msgspec.json.encode({path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))})


def _sheet(request: Request, sheet: Sheet | None, media_type: str, caching: str = EACH_TIME) -> Response:
    """A packed sheet; nothing but its tag to whoever has it already."""
    if sheet is None:
        return _nothing()
    headers = {"etag": f'"{sheet.tag}"', "cache-control": caching, "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(sheet.body, media_type=media_type, headers={**headers, "content-encoding": "gzip"})
    return Response(gzip.decompress(sheet.body), media_type=media_type, headers=headers)


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.", 404)


async def _not_here(_request: Request, _error: Exception) -> Response:
    return _nothing()
