"""Reading what a kiosk sends, as hostile: neither too much of it nor too slowly."""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple, TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sync.central.wrapping import problem

T = TypeVar("T")
_DRAIN: Final = 4
"""How many times the limit is read and forgotten, so that the kiosk gets to read why."""


class Limits(NamedTuple):
    """`batch` and `other` are bytes of a body as it is sent; `patience` is seconds for all of it, `pause` for the next
    piece."""

    batch: int = 2 * 1024 * 1024
    other: int = 512 * 1024
    patience: float = 300.0
    pause: float = 20.0


class Refusal(Exception):
    """The answer is this problem."""

    def __init__(self, status: int, sentence: str, *, retry: int = 0) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
        self.headers = {"retry-after": str(retry)} if retry else None

    def response(self) -> Response:
        return problem(self.sentence, self.status, self.headers)


async def body_of(request: Request, most: int, limits: Limits) -> bytes:
    """The body. Raises Refusal for one that is too large or too slow."""
    pieces: list[bytes] = []
    size = 0
    stream = request.stream()
    try:
        async with asyncio.timeout(limits.patience):
            while True:
                async with asyncio.timeout(limits.pause):
                    piece = await anext(stream, None)
                if piece is None:
                    break
                size += len(piece)
                if size <= most:
                    pieces.append(piece)
                elif size > most * _DRAIN:
                    break
    except TimeoutError:
        raise Refusal(408, "The body came too slowly: send it again, or in smaller batches.") from None
    except ClientDisconnect:
        raise Refusal(400, "The connection was cut before the body was there.") from None
    if size > most:
        raise Refusal(422, f"The body is larger than {most:,} bytes: send it in smaller pieces.")
    return b"".join(pieces)


def read(decoder: msgspec.json.Decoder[T], body: bytes) -> T:
    """The value in a body. Raises Refusal for one that can't be read."""
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal(422, f"The body can't be read: {error}.") from None
