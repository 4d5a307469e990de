"""Colours of the theme stand out from each other as WCAG asks."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_venue import SHIPPED, replace_in

from kiosk.content.checks import check_whole
from kiosk.content.checks.contrast import DECORATION, PAIRS, contrast, each_zone, luminance, ratio
from kiosk.content.reader import Document
from kiosk.content.theme import read_theme
from kiosk.content.theme_model import HighContrast, Palette, Theme, ZoneColours

THEME = read_theme(SHIPPED / "theme.yaml")
COLOURS = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, found: float) -> None:
    assert ratio(one, other) == pytest.approx(found, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21 + 1e-9
    assert (ratio(one, other) == 1) == (luminance(one) == luminance(other))


def test_every_colour_of_the_theme_is_in_a_pair_or_decoration() -> None:
    listed = {key for pair in PAIRS for key in (pair.colour, pair.ground)} | set(DECORATION)
    parts = (("palette", Palette), ("zone", ZoneColours))
    there = {f"{group}.{name}" for group, part in parts for name in part.__struct_fields__}
    there |= {f"high_contrast.{name}" for name in ("ground", "ink", "accent", "on_accent")}
    assert {f"high_contrast.{name}" for name in HighContrast.__struct_fields__} - there == {
        "high_contrast.outline",
        "high_contrast.text_scale",
    }
    assert listed == there


def theme_in(folder: Path, old: str = "", new: str = "") -> Path:
    path = folder / "theme.yaml"
    path.write_bytes((SHIPPED / "theme.yaml").read_bytes())
    if old:
        replace_in(path, old, new)
    return path


def test_the_shipped_theme_has_no_pair_too_much_alike(tmp_path: Path) -> None:
    theme_in(tmp_path)
    assert list(check_whole(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('ink_soft: "#43525D"', 'ink_soft: "#8A949B"', "`palette.ink_soft` on `palette.paper` has a contrast of 2.9"),
        ('name: "#B23A22"', 'name: "#F2664B"', "`zones.coral.name` on `palette.card` has a contrast of 3.0"),
        ('accent: "#FFC145"', 'accent: "#8A5A00"', "`high_contrast.accent` on `high_contrast.ground`"),
    ],
)
def test_a_colour_too_near_its_ground_is_told_at_its_line_with_the_way_out(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    path = theme_in(tmp_path, old, new)
    faults = [fault for fault in check_whole(tmp_path) if words in fault.what]
    assert faults and {fault.severity for fault in faults} == {"error"}
    lines = path.read_text("utf-8").splitlines()
    assert new in lines[faults[0].line - 1]
    assert "darker" in faults[0].do and "lighter" in faults[0].do


@given(st.data())
def test_each_pair_by_itself_is_told_when_its_colours_are_the_same(data: st.DataObject) -> None:
    pair = data.draw(st.sampled_from([one for pair in PAIRS for one in each_zone(pair)]))
    theme = msgspec.to_builtins(THEME)
    *groups, key = pair.colour.split(".")
    group, ground = theme, theme
    for name in groups:
        group = group[name]
    for name in pair.ground.split("."):
        ground = ground[name]
    group[key] = ground
    told = contrast(msgspec.convert(theme, Theme), Document("theme.yaml", {}, {}))
    assert any(f"`{pair.colour}` on `{pair.ground}`" in fault.what for fault in told)
