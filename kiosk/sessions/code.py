"""A session's code, such as J12: what people read out, type and scan. Pure."""

from __future__ import annotations

import re
from typing import Final

from kiosk.errors import KnownError

LETTERS: Final = "ABCDEFGHJKMNPQRTUVWXYZ"
"""What a code begins with. I, L, O and S are left out: on a badge they look like digits."""
FIGURES: Final = "1234567890"
MOST_FIGURES: Final = 3
CODE: Final = rf"[{LETTERS}][0-9]{{1,{MOST_FIGURES}}}"
"""A code, as a regular expression."""

_WHOLE: Final = re.compile(CODE)


def is_code(text: str) -> bool:
    """Whether it is a code just as it stands."""
    return _WHOLE.fullmatch(text) is not None


def read_code(typed: str) -> str:
    """The code that somebody typed, in lower case or with spaces maybe. Raises KnownError when it is none."""
    code = "".join(typed.split()).upper()
    if not is_code(code):
        raise KnownError(
            "A session’s code is one letter (but not I, L, O or S) and one to three digits, such as J12: look at the "
            "booking and enter it again."
        )
    return code


def takes(entered: str) -> str:
    """The keys that may come next on a pad after what has been entered; empty when the code is full."""
    if not entered:
        return LETTERS
    return FIGURES if len(entered) <= MOST_FIGURES else ""
