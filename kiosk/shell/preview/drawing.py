"""The small graph as its face draws it: plain values, with the way that was walked and what is to mend. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kiosk.content.compiling import Draft
from kiosk.content.deck import Props
from kiosk.content.faults import Fault
from kiosk.graph.plan import HEIGHT, Plan
from kiosk.shell.preview.reading import screen_at

NOTES = {"stuck": "nothing leads on", "lost": "no way in"}


def drawn(plan: Plan, trail: Sequence[str], draft: Draft, faults: Sequence[Fault]) -> Props:
    """`{width, height, pill, lines, way, pills, legend}`.

    `trail` are the screens walked, the present one last; `faults` those that stop the show.
    """
    steps = set(pairwise(trail))
    broken = {screen_at(draft, fault.line): fault.line for fault in faults}
    pills = []
    for pill in plan.pills:
        line = broken.get(pill.name) or draft.lines.get(pill.name)
        note = NOTES.get(pill.sort) or ("to mend" if pill.name in broken else "")
        pills.append(
            {
                "name": pill.name,
                "sort": pill.sort,
                "x": pill.x,
                "y": pill.y,
                "width": pill.width,
                "note": f"{note}, :{line}" if note and line else note,
                "here": bool(trail) and pill.name == trail[-1],
            }
        )
    sorts = [pill.sort for pill in plan.pills]
    told = (("ending", "an ending"), ("stuck", "a dead end"), ("lost", "no way in"))
    legend = [{"sort": "way", "text": "the way you walked"}]
    legend += [{"sort": sort, "text": f"{one} ({sorts.count(sort)})"} for sort, one in told if sort in sorts]
    return {
        "width": plan.width,
        "height": plan.height,
        "pill": HEIGHT,
        "lines": "".join(line.path for line in plan.lines if (line.begin, line.end) not in steps),
        "way": "".join(line.path for line in plan.lines if (line.begin, line.end) in steps),
        "pills": pills,
        "legend": legend,
    }
