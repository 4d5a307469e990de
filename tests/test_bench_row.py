"""A row says whether its aim is met, and never says so of an aim that it can't read."""

import pytest

from bench.row import Row, from_mapping, met


@pytest.mark.parametrize(
    ("aim", "value", "ratio", "holds"),
    [
        ("≤ 0.7×", 9.0, 0.7, True),
        ("≤ 0.7×", 0.1, 0.71, False),
        (">= 8x", 1.0, 8.0, True),
        ("≥ 8×", 100.0, 7.9, False),
        ("< 0.2 ms", 0.19, 5.0, True),
        ("< 0.2 ms", 0.2, 0.1, False),
        ("< 5 %", -1.0, None, True),
        ("", 1.0, None, None),
    ],
)
def test_a_bound_with_a_times_sign_is_of_the_ratio_and_any_other_of_the_value(
    aim: str, value: float, ratio: float | None, holds: bool | None
) -> None:
    assert met(aim, value, ratio) is holds


@pytest.mark.parametrize("aim", ["quick", "0.7", "about 3×"])
def test_an_aim_that_is_no_bound_is_refused(aim: str) -> None:
    with pytest.raises(ValueError, match="is no bound"):
        met(aim, 1.0, 1.0)


def test_a_bound_of_a_ratio_needs_something_to_compare_with() -> None:
    with pytest.raises(ValueError, match="there is none"):
        assert Row(name="alone", value=1.0, unit="s", aim="≤ 0.7×").met


def test_rows_of_recording_and_sound_keep_their_figures() -> None:
    row = from_mapping(
        {"name": "n", "value": 0.5, "unit": "ms", "compared with": "by hand: 2.00 ms", "ratio": 0.25, "aim": "< 1 ms"}
    )
    assert (row.beside, row.other, row.ratio, row.met) == ("by hand", 2.0, 0.25, True)
