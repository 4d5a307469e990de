"""Kiosks, network and centre, with everything going wrong that can: nothing is missing, nothing is there twice.

`make torture` does the same for as long as you like.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sync_world import World


def test_nothing_is_missing_and_nothing_twice_whatever_happens() -> None:
    run_state_machine_as_test(
        World,
        settings=settings(
            max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
