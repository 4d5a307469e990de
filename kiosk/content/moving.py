"""What drifts in the attract picture, and how to draw it apart from what stands still."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.deck import Props
from kiosk.content.svg import read_svg
from kiosk.content.unfit import Unfit
from kiosk.content.venue import MovingPicture

DRAWS_NOTHING = ("title", "desc", "defs", "metadata")


def moves_of(picture: MovingPicture, file: Path) -> tuple[list[Props], list[tuple[int, str]]]:
    """The moves as `{group, box, by, seconds, others, behind}`; and what is wrong with any, by number.

    `others` are the groups to hide so that only the moving one is drawn, `behind` those to hide, the moving one among
    them, so that only what lies over it is. The groups are those at the top of the SVG, in the order of drawing.
    """
    if not picture.moves:
        return [], []
    try:
        top = [one for one in read_svg(file.read_bytes()) if one.tag.rpartition("}")[2] not in DRAWS_NOTHING]
    except (OSError, Unfit):
        return [], [(0, "something moves in it, and it is not an SVG that can be read")]
    if any("id" not in one.attrib for one in top):
        return [], [(0, "something at its top level has no id, so that nothing can be drawn apart from it")]
    groups = [one.attrib["id"] for one in top]
    moves: list[Props] = []
    wrong = []
    for number, move in enumerate(picture.moves):
        if move.group not in groups:
            wrong.append((number, f"it has no group `{move.group}` at its top level"))
            continue
        others = [name for name in groups if name != move.group]
        behind = groups[: groups.index(move.group) + 1]
        moves.append({**move.model_dump(mode="json"), "others": others, "behind": behind})
    return moves, wrong
