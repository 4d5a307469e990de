"""One line of the table, and whether its aim is met."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_AIM = re.compile(r"(<=|>=|<|>|≤|≥)\s*([\d.]+)\s*(x|×)?.*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """`value` in `unit`, measured beside `other` in the same unit, which `beside` names. Without one `other` is None.

    `aim` is a bound such as `≤ 0.7×` (of the ratio) or `< 0.2 ms` (of the value); empty: none.
    """

    name: str
    value: float
    unit: str
    beside: str = ""
    other: float | None = None
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.other if self.other else None

    @property
    def met(self) -> bool | None:
        """None where there is no aim."""
        return met(self.aim, self.value, self.ratio)


def met(aim: str, value: float, ratio: float | None) -> bool | None:
    """Whether a bound holds: of the ratio where it says `×`, else of the value. Raises ValueError for other text."""
    if not aim:
        return None
    found = _AIM.fullmatch(aim.strip())
    if found is None:
        raise ValueError(f"{aim!r} is no bound such as `≤ 0.7×` or `< 0.2 ms`")
    sign, bound, of_ratio = found[1], float(found[2]), bool(found[3])
    if of_ratio and ratio is None:
        raise ValueError(f"{aim!r} bounds a ratio, and there is none")
    seen = ratio if of_ratio and ratio is not None else value
    if sign in ("<=", "≤"):
        return seen <= bound
    if sign in (">=", "≥"):
        return seen >= bound
    return seen < bound if sign == "<" else seen > bound


def from_mapping(row: Mapping[str, object]) -> Row:
    """A Row from what `bench.recording` and `bench.sound` return: their ratio and the words for what it is beside."""
    value, ratio = float(str(row["value"])), float(str(row["ratio"]))
    beside = str(row.get("compared with", row.get("against", ""))).rpartition(":")[0]
    other = value / ratio if ratio else None
    aim = str(row["aim"])
    return Row(name=str(row["name"]), value=value, unit=str(row["unit"]), beside=beside, other=other, aim=aim)


def share(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of them do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
