"""What the hub answers, and what it refuses."""

from __future__ import annotations

import gzip
import hashlib
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hub.hub_stage import Stage, hub
from small_venue import write_venue

from kiosk.errors import KnownError
from kiosk.hub.app import KINDS, WEB, drawn_kinds
from kiosk.hub.guard import Limits
from kiosk.hub.news import Board
from kiosk.hub.serving import Server, own_address
from kiosk.settings import Settings


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture(scope="module")
def stage(venue: Settings) -> Iterator[Stage]:
    with hub(venue) as made:
        yield made


def parts_of_the_page() -> list[str]:
    own = [f"/face/{path.name}" for path in WEB.iterdir() if path.suffix in (".mjs", ".css")]
    return [*own, *(f"/kinds/{kind}/{name}" for kind in sorted(drawn_kinds()) for name in ("web.mjs", "web.css"))]


@pytest.mark.parametrize("path", ["/", "/host", "/ready", "/theme.css", "/icons.json", "/feed", *parts_of_the_page()])
def test_the_page_and_all_its_parts_are_there(stage: Stage, path: str) -> None:
    answer = stage.ask(path)
    assert answer.status == 200
    assert answer.body
    kind = {"mjs": "text/javascript", "css": "text/css"}.get(path.rpartition(".")[2])
    assert kind is None or answer.headers["content-type"].startswith(kind)


def test_every_module_that_the_page_asks_for_is_one_that_the_hub_has(stage: Stage) -> None:
    asked = set()
    for path in (*WEB.iterdir(), *KINDS.glob("*/web.mjs")):
        if path.suffix in (".mjs", ".html"):
            asked |= set(re.findall(r'"(/[a-z][a-z0-9/_.-]*\.(?:mjs|css))"', path.read_text(encoding="utf-8")))
    assert len(asked) > 10
    assert [path for path in sorted(asked) if stage.ask(path).status != 200] == []


def test_the_page_holds_no_script_and_no_style_of_its_own_and_asks_nobody_else() -> None:
    for page in WEB.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|<style|\son[a-z]+=", text)
    for path in (*WEB.iterdir(), *KINDS.glob("*/web.*")):
        if path.suffix in (".mjs", ".css", ".html"):
            found = re.findall(r"https?://[^\s\"'`)]+", path.read_text(encoding="utf-8"))
            assert set(found) <= {"http://www.w3.org/2000/svg"}, path


def test_every_answer_keeps_the_page_to_itself(stage: Stage) -> None:
    for path in ("/", "/feed", "/nothing", "/media/0"):
        headers = stage.ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/face/../app.py", "/face/%2e%2e/app.py", "/face/..%2fapp.py", "/face/app.py", "/face/%00.mjs",
        "/kinds/survey/__init__.py", "/kinds/../hub/web.mjs", "/kinds/_template/web.mjs",
        "/kinds/survey/..%2f..%2fapp.py",
        "/media/../../zones.yaml", "/media/%2e%2e%2fzones.yaml", "/media/voices", "/deck/..%2f..%2fzones",
        "/deck/porch%00",
        "/fonts/../app.py", "/fonts/%2fetc%2fpasswd", "//etc/passwd", "/host/../feed.py",
    ],
)  # fmt: skip
def test_path_tricks_lead_nowhere(stage: Stage, path: str) -> None:
    answer = stage.ask(path)
    assert (answer.status, answer.body) == (404, b"There is nothing here.")


def test_files_that_no_deck_of_the_zone_shows_are_not_handed_over(stage: Stage) -> None:
    shown = set(stage.ask("/feed").json["media"])
    others = set(stage.library.media) - shown
    assert shown
    assert all(stage.ask(f"/media/{sha}").status == 404 for sha in others)
    for sha in shown:
        answer = stage.ask(f"/media/{sha}")
        assert answer.status == 200
        assert len(answer.body) == stage.library.media[sha].size
        assert "immutable" in answer.headers["cache-control"]


def test_what_a_browser_has_already_is_not_sent_again(stage: Stage) -> None:
    first = stage.ask("/feed", headers={"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert gzip.decompress(first.body) == stage.ask("/feed").body
    again = stage.ask("/feed", headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_a_deck_is_kept_for_ever_only_under_the_address_of_what_it_says_now(stage: Stage) -> None:
    address = stage.ask("/feed").json["decks"]["before"]
    assert "immutable" in stage.ask(address).headers["cache-control"]
    assert stage.ask("/deck/before?0123456789ab").headers["cache-control"] == "no-cache"


def test_only_get_and_post_are_answered(stage: Stage) -> None:
    assert [stage.ask("/feed", method=name).status for name in ("PUT", "DELETE", "OPTIONS", "TRACE")] == [405] * 4
    assert stage.ask("/feed", method="POST", body=b"").status == 405


def test_too_large_a_body_is_refused_whether_or_not_its_length_is_told(stage: Stage) -> None:
    assert stage.ask("/intake", method="POST", body=b"x" * 600_000).status == 413
    with socket.create_connection(("127.0.0.1", stage.port), 5) as wire:
        wire.sendall(b"POST /intake HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"%x\r\n%s\r\n" % (100_000, b"x" * 100_000)
        try:
            for _ in range(6):
                wire.sendall(chunk)
            wire.sendall(b"0\r\n\r\n")
        except OSError:
            return
        assert b" 413 " in wire.recv(200)


def test_what_another_page_sends_is_refused(stage: Stage) -> None:
    own = {"origin": f"http://127.0.0.1:{stage.port}", "sec-fetch-site": "same-origin"}
    assert stage.ask("/intake", method="POST", body=b"{}", headers=own).status == 200
    for headers in ({"origin": "http://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert stage.ask("/intake", method="POST", body=b"{}", headers=headers).status == 403


def test_a_body_that_trickles_in_is_not_waited_for(venue: Settings) -> None:
    with hub(venue, limits=Limits(patience=0.05)) as stage, socket.create_connection(("127.0.0.1", stage.port)) as wire:
        wire.settimeout(10)
        wire.sendall(b"POST /intake HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\nx")
        assert b" 408 " in wire.recv(200)


def test_who_asks_too_often_waits_and_may_ask_again_later(venue: Settings) -> None:
    now = [0.0]
    with hub(venue, monotonic=lambda: now[0], limits=Limits(burst=3, rate=1)) as stage:
        assert [stage.ask("/feed").status for _ in range(5)] == [200, 200, 200, 429, 429]
        assert stage.ask("/feed").headers["retry-after"] == "2"
        now[0] += 2.5
        assert [stage.ask("/feed").status for _ in range(3)] == [200, 200, 429]


def test_junk_is_answered_or_let_go_and_the_hub_goes_on(stage: Stage) -> None:
    for junk in (
        b"\x00\xff" * 50 + b"\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", stage.port), 5) as wire:
            wire.sendall(junk)
            with suppress(OSError):
                assert not wire.recv(4000).startswith(b"HTTP/1.1 5")
    assert stage.ask("/feed").status == 200


def test_a_port_that_somebody_has_is_told_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(KnownError, match=rf"The hub can't listen on 127.0.0.1, port {port} .*KIOSK_HUB_PORT"):
            Server(None, Board(), address="127.0.0.1", port=port)  # type: ignore[arg-type]


def test_the_address_is_one_that_others_can_use() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", own_address())


def test_nothing_but_what_belongs_to_the_page_lies_in_its_folder() -> None:
    assert {path.suffix for path in Path(WEB).iterdir()} <= {".mjs", ".css", ".html", ".webmanifest", ".png"}


def test_what_a_page_is_made_of_is_told_whole_with_what_each_part_must_be(stage: Stage) -> None:
    told = stage.ask("/whole").json
    files = told["files"]
    feed = stage.ask("/feed").json
    other = tuple(f"/kinds/{kind}/" for kind in drawn_kinds() - set(feed["kinds"]))
    parts = {one for one in parts_of_the_page() if not one.startswith(other)}
    assert {"/", "/feed", "/theme.css", "/icons.json", *parts} <= set(files)
    assert set(feed["decks"].values()) <= set(files)
    for address, tag in files.items():
        assert hashlib.sha256(stage.ask(address).body).hexdigest().startswith(tag), address
    assert not [one for one in files if one.startswith(("/intake", "/events", "/media", "/host", "/ready"))]
    assert stage.ask("/whole").json == told


def test_the_page_can_be_put_on_a_home_screen(stage: Stage) -> None:
    page = stage.ask("/").body.decode()
    manifest = stage.ask(re.findall(r'rel="manifest" href="([^"]+)"', page)[0])
    assert manifest.headers["content-type"] == "application/manifest+json"
    told = manifest.json
    assert (told["start_url"], told["display"]) == ("/", "fullscreen")
    for icon in (*(one["src"] for one in told["icons"]), re.findall(r'touch-icon" href="([^"]+)"', page)[0]):
        answer = stage.ask(icon)
        width = int.from_bytes(answer.body[16:20], "big")
        assert (answer.headers["content-type"], f"/face/icon-{width}.png") == ("image/png", icon)


def test_the_worker_may_speak_for_the_whole_page(stage: Stage) -> None:
    answer = stage.ask("/worker.mjs")
    assert answer.headers["service-worker-allowed"] == "/"
    assert answer.headers["content-type"].startswith("text/javascript")
    # Browsers differ in whether a worker may be a module: this one is read as either.
    assert not re.search(r"^(import|export)\b", answer.body.decode(), re.M)


def test_small_answers_are_sent_at_once() -> None:
    """By asyncio, where the socket names its protocol; else the system waits for more to send."""
    server = Server(None, Board(), address="127.0.0.1", port=0)  # type: ignore[arg-type]
    assert server._socket.proto == socket.IPPROTO_TCP
    server._socket.close()
