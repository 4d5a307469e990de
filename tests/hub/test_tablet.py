"""The host menu on a host's own tablet: who gets in, for how long, and what nobody else can send for them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from http.cookies import SimpleCookie
from typing import Any

import pytest
from host.pin_stage import CHEAP, Disk
from hub.hub_stage import Answer, Stage, hub
from small_venue import write_venue

from kiosk.errors import KnownError
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard
from kiosk.hub import tablet
from kiosk.settings import Settings

PIN = "402951"


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture
def stage(venue: Settings) -> Iterator[Stage]:
    guard = PinGuard(kept=Disk(), clock=lambda: 0.0, hasher=CHEAP)
    guard.set_pin("host", PIN)
    with hub(venue, guard=guard) as made:
        yield made


def post(stage: Stage, path: str, told: Mapping[str, Any], **headers: str) -> Answer:
    return stage.ask(path, method="POST", body=json.dumps(told).encode(), headers=headers)


def cookie(answer: Answer) -> str:
    return f"host={SimpleCookie(answer.headers['set-cookie'])['host'].value}"


def sign_in(stage: Stage) -> tuple[str, str]:
    """The cookie and the token of somebody who knows the PIN."""
    signed = cookie(post(stage, "/host/pin", {"pin": PIN}))
    return signed, stage.ask("/host/state", headers={"cookie": signed}).json["token"]


def test_without_the_pin_nothing_is_seen_and_nothing_done(stage: Stage) -> None:
    assert stage.ask("/host/state").json == {"locked": True}
    assert post(stage, "/host/do", {"verb": "pause"}).status == 401
    assert post(stage, "/host/do", {"verb": "pause"}, cookie="host=made-up").status == 401
    assert stage.side.done == []


def test_the_pin_opens_it_and_that_is_recorded(stage: Stage) -> None:
    answer = post(stage, "/host/pin", {"pin": PIN})
    assert answer.status == 200
    kept = answer.headers["set-cookie"].lower()
    assert all(word in kept for word in ("httponly", "samesite=strict", "path=/host", "max-age=300"))
    assert PIN not in answer.headers["set-cookie"]
    assert stage.side.done == [HostAction("host-open")]
    assert stage.ask("/host/state", headers={"cookie": cookie(answer)}).json["paused"] is False


def test_a_wrong_pin_is_told_counted_recorded_and_locks_as_on_the_screen(stage: Stage) -> None:
    told = [post(stage, "/host/pin", {"pin": "111222"}) for _ in range(5)]
    assert [one.status for one in told] == [403] * 5
    assert told[0].json["sentence"] == "That PIN is not right. 4 tries left."
    assert told[4].json["wait"] == 30
    assert post(stage, "/host/pin", {"pin": PIN}).json["ok"] is False
    assert [action.verb for action in stage.side.done] == ["host-wrong-pin"] * 5


def test_a_request_needs_the_token_that_only_the_page_can_read(stage: Stage) -> None:
    signed, token = sign_in(stage)
    assert post(stage, "/host/do", {"verb": "pause"}, cookie=signed).status == 401
    assert post(stage, "/host/do", {"verb": "pause"}, **{"cookie": signed, "x-host": "0" * 32}).status == 401
    assert stage.side.done[1:] == []
    assert post(stage, "/host/do", {"verb": "pause"}, **{"cookie": signed, "x-host": token}).status == 200
    assert stage.side.done[1:] == [HostAction("host-pause")]


def test_it_locks_itself_when_nothing_is_done_for_a_while(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    signed, _ = sign_in(stage)
    monkeypatch.setattr(tablet, "IDLE_S", -1)
    assert stage.ask("/host/state", headers={"cookie": signed}).json == {"locked": True}


def test_looking_on_does_not_keep_it_open_but_doing_something_does(stage: Stage) -> None:
    signed, token = sign_in(stage)
    assert "set-cookie" not in stage.ask("/host/state", headers={"cookie": signed}).headers
    assert "set-cookie" in post(stage, "/host/do", {"verb": "pause"}, **{"cookie": signed, "x-host": token}).headers


def test_what_cannot_be_done_is_told_in_one_sentence(stage: Stage) -> None:
    signed, token = sign_in(stage)
    stage.side.problem = KnownError("That scenario can't be shown in this zone: choose another.")
    answer = post(stage, "/host/do", {"verb": "switch-now", "detail": "attic"}, **{"cookie": signed, "x-host": token})
    assert (answer.status, answer.json["sentence"]) == (
        409,
        "That scenario can't be shown in this zone: choose another.",
    )


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"verb": 1}', b'{"verb": "leave"}', b'{"verb": "restart"}', b"\xff"]
)
def test_junk_and_what_only_the_screen_may_do_are_refused(stage: Stage, body: bytes) -> None:
    signed, token = sign_in(stage)
    answer = stage.ask("/host/do", method="POST", body=body, headers={"cookie": signed, "x-host": token})
    assert answer.status == 400
    assert answer.json["sentence"]


def test_locking_lets_the_cookie_go(stage: Stage) -> None:
    signed, _ = sign_in(stage)
    answer = post(stage, "/host/lock", {}, cookie=signed)
    assert 'host=""' in answer.headers["set-cookie"]
    assert stage.side.done[-1] == HostAction("host-close", {"how": "host"})


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("switch-now", HostAction("host-switch", {"scenario": "porch", "when": "now"})),
        ("switch-after", HostAction("host-switch", {"scenario": "porch", "when": "after-visit"})),
        ("approve", HostAction("host-approve", {"note": "porch"})),
        ("decline", HostAction("host-decline", {"note": "porch"})),
        ("resume", HostAction("host-resume")),
        ("start-again", HostAction("host-start-again")),
        ("session", HostAction("host-session", {"session": "porch"})),
        ("session-end", HostAction("host-session-end")),
    ],
)
def test_each_wish_is_the_one_the_screen_knows(verb: str, action: HostAction) -> None:
    assert tablet.action_of(verb, "porch") == action
