"""The kinds of activity: one folder each. `_template` starts a new one."""

from __future__ import annotations

from kiosk.activities import (
    board,
    case_study,
    community_finder,
    pledge_wall,
    poster,
    quotes_wall,
    scenario,
    soundboard,
    survey,
    then_now,
)
from kiosk.content.base import Kind


def kinds() -> dict[str, Kind]:
    """Every kind by the name that a file's `kind:` says."""
    every = (
        case_study, scenario, board, soundboard, survey, community_finder, pledge_wall, poster, then_now, quotes_wall,
    )  # fmt: skip
    return {module.KIND.name: module.KIND for module in every}
