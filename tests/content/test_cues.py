"""A film's words with their times, from a WebVTT file: what is read, and what is told of a file that can't be."""

from __future__ import annotations

import pytest

from kiosk.captions import Cue
from kiosk.content.cues import read_cues
from kiosk.content.unfit import Unfit

SAID = "A band plays. Salt & vinegar, said the dog."
GOOD = """WEBVTT

NOTE spoken by Ada

1
00:01.000 --> 00:02.500
A band plays.

00:00:04.000 --> 00:00:06.000 line:80%
Salt &amp; vinegar,
said the dog.
"""


def told(text: str) -> str:
    with pytest.raises(Unfit) as raised:
        read_cues(text.encode(), SAID, 7.0)
    assert raised.value.do
    return raised.value.what


def test_cues_have_times_and_plain_words() -> None:
    assert read_cues(b"\xef\xbb\xbf" + GOOD.encode(), SAID, 7.0) == (
        Cue(1.0, 2.5, "A band plays."),
        Cue(4.0, 6.0, "Salt & vinegar, said the dog."),
    )
    assert read_cues(GOOD.replace("\n", "\r\n").encode(), SAID, 7.0)[1].start == 4.0


@pytest.mark.parametrize(
    ("there", "instead", "words"),
    [
        ("WEBVTT", "SUBTITLES", "does not begin with the line `WEBVTT`"),
        ("00:01.000 -->", "1.0 -->", "a cue at line 5 that has no times"),
        ("00:01.000 --> 00:02.500\n", "", "a cue at line 5 that has no times"),
        ("\nA band plays.\n", "\n", "a cue at line 5 that has no words"),
        ("A band plays.", "<v Ada>A band plays.", "has marks in its words"),
        ("00:02.500", "00:00.500", "ends before it begins"),
        ("00:02.500", "00:04.500", "a cue at line 9 that begins before the cue above it ends"),
        ("00:00:06.000", "00:00:07.100", "goes on after the film has ended, which is at 7.000 seconds"),
        ("said the dog.", "said the cat.", "says `cat.` where the `text:` says `vinegar, said the dog.`"),
        ("said the dog.", "said", "leaves out the end of the `text:`, from `the` on"),
        ("said the dog.", "said the dog. Woof.", "says more than the `text:`, from `Woof.` on"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(there: str, instead: str, words: str) -> None:
    assert there in GOOD
    assert words in told(GOOD.replace(there, instead))


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(Unfit, match="UTF-8"):
        read_cues("WEBVTT é".encode("latin-1"), SAID, 7.0)
