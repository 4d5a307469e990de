"""Ids sort in the order in which they were made."""

from __future__ import annotations

import random
import uuid

from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.uuid7 import Uuid7


@given(times=st.lists(st.integers(0, 2**48 - 1000), min_size=1, max_size=200), seed=st.integers())
def test_ids_go_up_whatever_the_clock_does(times: list[int], seed: int) -> None:
    make = Uuid7(random.Random(seed))
    ids = [make(time) for time in times]
    assert ids == sorted(set(ids))
    for id_ in map(uuid.UUID, ids):
        assert (id_.version, id_.variant) == (7, uuid.RFC_4122)


def test_an_id_begins_with_its_time() -> None:
    assert uuid.UUID(Uuid7()(1_795_000_000_123)).int >> 80 == 1_795_000_000_123


def test_thousands_of_ids_in_one_millisecond_keep_to_it() -> None:
    make = Uuid7()
    ids = [make(1_795_000_000_000) for _ in range(50_000)]
    assert ids == sorted(set(ids))
    assert {uuid.UUID(id_).int >> 80 for id_ in ids} == {1_795_000_000_000}


def test_two_makers_do_not_make_the_same_ids() -> None:
    assert Uuid7()(5) != Uuid7()(5)
