"""The hub restarts or is killed while delegates go on: visits stay open, walks count once, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub.intake_stage import NOON_MS, Hub, Pad, uuid
from store.store_stage import DAY

from kiosk.store import Before, Entry, read_walks

STRAIGHT = Before(
    {"good": 1},
    {"look": 1, "hello": 1},
    {"look/talk": 1, "hello/ask": 1},
    {"look/talk": {"hello": 1}, "hello/ask": {"good": 1}},
)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(tmp_path)
    yield hub
    hub.store.close()


def told(pad: Pad, verb: str, screen: str, **detail: object) -> Pad:
    return pad.does(verb=verb, activity="doreen", screen=screen, detail=detail)


def sits_down(pad: Pad) -> Pad:
    told(pad.does("begin"), "enter", "look")
    return told(pad, "next", "look", action="talk", to="hello")


def asks(pad: Pad) -> Pad:
    return told(told(pad, "say", "hello", action="ask", to="good"), "reach", "good", ending="good")


def leaves(pad: Pad) -> Pad:
    return pad.does(verb="end", detail={"how": "finished"}).does("end")


def visits(hub: Hub) -> list[tuple[object, ...]]:
    return hub.rows("how, ended, lasted", "visit")


def interrupted(hub: Hub) -> list[str]:
    return list(hub.store.interrupted)


def counted(hub: Hub) -> Before:
    """What the store has counted; fails when the file tells another story."""
    before = hub.store.before("doreen")
    assert read_walks(hub.folder, 9, 9).before("doreen") == before
    return before


def test_a_walk_on_an_ipad_counts_as_on_the_kiosk(hub: Hub) -> None:
    pad = asks(sits_down(Pad()))
    pad.sends(hub)
    assert hub.store.before("doreen") == Before()
    leaves(pad).sends(hub)
    assert counted(hub) == STRAIGHT


def test_a_walk_that_is_sent_again_counts_once(hub: Hub) -> None:
    body = leaves(asks(sits_down(Pad()))).body()
    hub.take(body)
    hub.take(body)
    hub.restart()
    hub.store.recall()
    hub.take(body)
    assert counted(hub) == STRAIGHT


@pytest.mark.parametrize("recalled_first", [True, False])
def test_a_visit_on_an_ipad_goes_on_through_a_restart_and_its_walk_is_one(hub: Hub, recalled_first: bool) -> None:
    pad = sits_down(Pad())
    pad.sends(hub)
    hub.restart()
    assert interrupted(hub) == []
    assert visits(hub) == [(None, None, None)]
    if recalled_first:
        hub.store.recall()
    hub.passes(60)
    pad.now += 60_000
    leaves(asks(pad)).sends(hub)
    if not recalled_first:
        hub.store.recall()
    assert counted(hub) == STRAIGHT
    assert visits(hub) == [("finished", NOON_MS + 60_000, 60_000)]


def test_a_visit_that_came_to_its_ending_before_a_restart_counts_once_when_it_is_over(hub: Hub) -> None:
    pad = asks(sits_down(Pad()))
    pad.sends(hub)
    hub.restart()
    hub.store.recall()
    assert hub.store.before("doreen") == Before()
    hub.restart()
    hub.store.recall()
    leaves(pad).sends(hub)
    assert counted(hub) == STRAIGHT


def test_a_visit_on_the_kiosk_is_cut_off_by_a_restart_as_ever(hub: Hub) -> None:
    hub.store.begin_visit("v", "gp")
    sits_down(Pad()).sends(hub)
    hub.restart()
    assert interrupted(hub) == ["v"]


def test_a_visit_on_an_ipad_that_never_ends_is_closed_by_the_first_start_after_a_day(hub: Hub) -> None:
    pad = sits_down(Pad())
    pad.now += 30_000
    hub.passes(30)
    asks(pad).sends(hub)
    hub.passes(DAY - 31)
    hub.restart()
    assert interrupted(hub) == []
    hub.passes(2)
    hub.restart()
    assert interrupted(hub) == [pad.visit]
    assert visits(hub) == [("interrupted", NOON_MS + 30_000, 30_000)]
    for visit in interrupted(hub):
        hub.store.record(Entry("interrupted", "gp", visit=visit))
    hub.store.recall()
    hub.store.flush()
    assert counted(hub) == STRAIGHT


def test_the_length_of_a_visit_on_an_ipad_is_by_its_clock(hub: Hub) -> None:
    hub.passes(500)
    pad = Pad(now=123_000).does("begin")
    pad.now += 90_000
    pad.does("end").sends(hub)
    assert visits(hub) == [("finished", NOON_MS + 500_000, 90_000)]


@pytest.mark.parametrize(
    "detail",
    [{}, {"ending": 7}, {"ending": {"a": []}}, {"action": []}, {"action": {"x": 1}, "to": 7},
     {"action": "a", "puts": 7}, {"action": "a", "puts": ["one"]}, {"action": "a", "puts": [[], {}]},
     {"action": "a", "puts": "ab"}],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["reach", "say", "back", "again", "enter", "end", "interrupted"])
def test_no_detail_upsets_the_counting_now_or_at_the_next_start(
    hub: Hub, detail: dict[str, object], verb: str, caplog: pytest.LogCaptureFixture
) -> None:
    pad = sits_down(Pad())
    told(pad, verb, "look", **detail)
    leaves(asks(pad)).sends(hub)
    assert "good" in counted(hub).reached
    hub.restart()
    hub.store.recall()
    counted(hub)
    assert caplog.text == ""


TESTS = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
SEND_FOR_EVER = """
import sys
from pathlib import Path
import msgspec
sys.path[:0] = sys.argv[2:]
from hub.intake_stage import Hub, Pad
hub, pad = Hub(Path(sys.argv[1]), background=True), Pad()
pad.does("begin")
while True:
    for _ in range(3):
        pad.does()
    pad.told(hub.intake.take(msgspec.json.encode(pad.body()), 30.0))
    print(pad.made - len(pad.waiting), flush=True)
"""


def test_a_hub_that_is_killed_has_all_that_it_said_it_holds_and_goes_on_from_there(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SEND_FOR_EVER, str(tmp_path), *TESTS], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _ in range(20)]
        child.kill()
        said += [int(line) for line in child.stdout]
    hub, pad = Hub(tmp_path), Pad()
    pad.does("begin")
    while pad.made < said[-1] + 12:
        pad.does()
    held = hub.take({**pad.body(), "items": []})
    assert said[-1] <= held <= said[-1] + 3
    assert pad.sends(hub) == pad.made
    assert [id_ for (id_,) in hub.rows("id")] == [uuid(number) for number in range(2, pad.made + 1)]
    hub.store.close()
