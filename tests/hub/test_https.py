"""The hub by https: for whoever trusts its CA, and with nothing older than TLS 1.2."""

from __future__ import annotations

import http.client
import ssl
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from kiosk.errors import KnownError
from kiosk.hub.certificate import Made, make
from kiosk.hub.guard import Guard
from kiosk.hub.news import Board
from kiosk.hub.serving import Server, _context

NAMES = ("localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("certificate"), names=NAMES, days=30, now=datetime.now(UTC))


def served(secret: Path | None) -> Server:
    async def scheme(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.url.scheme)

    app = Guard(Starlette(routes=[Route("/", scheme)]), monotonic=lambda: 0.0)
    return Server(app, Board(), address="127.0.0.1", port=0, secret=secret)


@pytest.fixture(scope="module")
def server(made: Made) -> Iterator[Server]:
    one = served(made.file)
    one.start()
    yield one
    one.stop()


def trusting(made: Made) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=made.ca.public_bytes(serialization.Encoding.DER))


def ask(server: Server, context: ssl.SSLContext, host: str = "127.0.0.1") -> str:
    connection = http.client.HTTPSConnection(host, server.port, timeout=10, context=context)
    try:
        connection.request("GET", "/")
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def test_whoever_trusts_the_ca_is_answered_by_name_and_by_address(server: Server, made: Made) -> None:
    assert server.url == f"https://127.0.0.1:{server.port}/"
    assert ask(server, trusting(made)) == "https"
    assert ask(server, trusting(made), "localhost") == "https"


def test_nobody_else_trusts_it(server: Server) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(server, ssl.create_default_context())


@pytest.mark.parametrize(
    ("version", "answered"),
    [(ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True)],
)
def test_nothing_older_than_tls_1_2_is_spoken(
    server: Server, made: Made, version: ssl.TLSVersion, answered: bool
) -> None:
    context = trusting(made)
    # So that this end would speak the old one.
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = version
    if answered:
        assert ask(server, context) == "https"
    else:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            ask(server, context)


def test_what_is_oldest_is_set_here_and_not_left_to_the_system(made: Made) -> None:
    assert _context(made.file).minimum_version is ssl.TLSVersion.TLSv1_2


def test_without_a_certificate_it_is_http() -> None:
    server = served(None)
    assert server.url == f"http://127.0.0.1:{server.port}/"
    server._socket.close()


def test_a_certificate_that_cannot_be_used_is_a_sentence_and_never_plain_http(tmp_path: Path, made: Made) -> None:
    for text in (b"", b"Hello.", made.server.public_bytes(serialization.Encoding.PEM)):
        (tmp_path / "secret.pem").write_bytes(text)
        with pytest.raises(KnownError, match="make it again with `kiosk hub certificate`"):
            served(tmp_path / "secret.pem")
