"""What is a session's code, which keys lead to one, and how long a session is on."""

from __future__ import annotations

import pytest

from kiosk.errors import KnownError
from kiosk.sessions.code import FIGURES, LETTERS, is_code, read_code, takes
from kiosk.sessions.present import LASTS_S, Session, is_over


@pytest.mark.parametrize("typed", ["J12", "j12", " J 12 ", "j1 2\n", "J\t12"])
def test_a_code_may_be_typed_in_lower_case_and_with_spaces(typed: str) -> None:
    assert read_code(typed) == "J12"


@pytest.mark.parametrize("code", ["A1", "Z999", "K07", "B0"])
def test_a_letter_and_one_to_three_digits_is_a_code(code: str) -> None:
    assert read_code(code) == code
    assert is_code(code)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "J",
        "12",
        "J1234",
        "JJ1",
        "1J",
        "J-12",
        "I12",
        "L12",
        "O12",
        "S12",
        "J12; --",
        "J１２",
        "Ä1",
        "ß1",
        "\u212a1",
    ],
)
def test_anything_else_gets_one_clear_sentence(typed: str) -> None:
    with pytest.raises(
        KnownError, match=r"^A session’s code is one letter .* such as J12: look at the booking.*again\.$"
    ):
        read_code(typed)
    assert not is_code(typed)


def test_only_what_is_just_a_code_is_one() -> None:
    assert not is_code("j12")
    assert not is_code("J12\n")


def test_a_pad_takes_a_letter_then_one_to_three_figures() -> None:
    assert [takes(entered) for entered in ("", "J", "J1", "J12", "J123")] == [LETTERS, FIGURES, FIGURES, FIGURES, ""]
    assert not set("ILOS") & set(LETTERS)
    assert all(is_code(letter + figure) for letter in takes("") for figure in takes("J"))


@pytest.mark.parametrize(("passed", "over"), [(0.0, False), (LASTS_S, False), (LASTS_S + 1, True)])
def test_a_session_is_over_by_itself_after_twelve_hours(passed: float, over: bool) -> None:
    assert LASTS_S == 12 * 3600
    assert is_over(Session("J12", 1000.0), 1000.0 + passed) is over


def test_one_that_a_wrong_clock_started_years_ahead_is_over() -> None:
    assert is_over(Session("J12", 2e9), 1e9)
    assert not is_over(Session("J12", 1e9 + 60.0), 1e9), "a clock that was put right by a minute ends nothing"
