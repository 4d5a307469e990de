"""What a host who is not at the screen is told of the central store."""

from __future__ import annotations

import pytest

from kiosk.centre import Membership
from kiosk.host.sending import facts, here, sentence
from sync.agent import State

NOW = 1_800_000_000.0
NORTH = Membership("https://north.example", "d1", "secret", "front", "The Barn", "The north’s centre")


class Sender:
    """Says how it goes, and does nothing."""

    under_way = False

    def __init__(self, member: Membership | None, state: State) -> None:
        self._said = member, state

    def seen(self) -> tuple[Membership | None, State]:
        return self._said

    def oldest(self) -> int:
        raise AssertionError("that reads the disk")

    def nudge(self) -> None:
        raise AssertionError

    def join(self, url: str, code: str) -> Membership:
        raise AssertionError(url, code)


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        (None, ""),
        (Sender(None, State()), ""),
        (Sender(NORTH, State()), "Nothing has been sent yet. It goes by itself."),
        (Sender(NORTH, State(receipt=int(NOW * 1000))), f"The centre has it all, to {here(NOW):%H:%M}."),
        (Sender(NORTH, State(problem="It can’t be reached.")), "It can’t be reached."),
        (Sender(None, State(problem="Enrol it anew.")), "Enrol it anew."),
    ],
)
def test_a_tablet_says_how_sending_goes_and_nothing_where_there_is_no_centre(sender: Sender | None, said: str) -> None:
    assert sentence(sender, now=NOW) == said


def test_a_kiosk_whose_sync_has_not_begun_knows_nothing_of_it() -> None:
    assert facts(None, oldest=0, now=NOW) == {}
