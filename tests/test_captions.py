from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.captions import Cue, cued, phrases, spoken, to_vtt, transcript, window, word_times

LEADER = (
    "People aren’t a list of needs. They’re cooks and singers and neighbours. "
    "Start there, and you’ll never run out of help."
)
ODD = [
    "", " \n ", "Hello", "…", "— —", "👩🏽‍🦽 🎉🎉 ok!", "مرحبا بكم، كيف حالك؟ أنا بخير.", "שלום לכולם. מה שלומך?",
    "日本語の文章です。とても長いです。", "e\u0301" * 300, "x" * 500, "word " * 90, "one, " * 90,
    "\u202eabc\u202c", "NHS 75% £35,000", "\x00\x1c\x85 a", "a\n\n\nb",
]  # fmt: skip

texts = st.one_of(st.text(max_size=400), st.sampled_from(ODD), st.text("ab .,\n", max_size=400))
lengths = st.one_of(st.floats(0.001, 7200), st.sampled_from([0.0, -1.0, float("nan"), float("inf"), 1e-300, 1e300]))


@given(texts, lengths)
def test_words_are_in_order_inside_the_clip_and_span_all_of_it(text: str, seconds: float) -> None:
    words = word_times(text, seconds)
    length = seconds if 0 < seconds < float("inf") else 0.0
    assert [word.text for word in words] == text.split()
    for word in words:
        assert text[word.char_start : word.char_end] == word.text
        assert 0 <= word.start <= word.end <= length
    for one, after in pairwise(words):
        assert one.end <= after.start
        assert one.char_end < after.char_start
    if words:
        assert (words[0].start, words[-1].end) == (0, length)


@given(texts, lengths, st.integers(1, 120))
def test_phrases_hold_every_word_once_follow_on_and_are_not_too_long(text: str, seconds: float, longest: int) -> None:
    words = word_times(text, seconds)
    lit = phrases(text, words, longest=longest)
    assert [word for phrase in lit for word in phrase.text.split()] == [w for word in words for w in word.text.split()]
    for phrase in lit:
        assert text[phrase.char_start : phrase.char_end] == phrase.text
        assert len(phrase.text) <= longest or len(phrase.text.split()) == 1
    for one, after in pairwise(lit):
        assert one.end == after.start
    if lit:
        assert (lit[0].start, lit[-1].end) == (0, words[-1].end)


@given(texts, st.floats(0.5, 600), st.floats(allow_nan=False))
def test_one_phrase_is_lit_at_any_moment(text: str, seconds: float, position: float) -> None:
    lit = phrases(text, word_times(text, seconds))
    now = window(lit, position)
    assert (now is None) == (not lit)
    if now is not None and 0 <= position < seconds:
        assert now.start <= position <= now.end


@given(texts, lengths)
def test_any_text_makes_a_vtt_whose_cues_are_in_order_and_last(text: str, seconds: float) -> None:
    blocks = to_vtt(text, seconds).split("\n\n")
    assert blocks[0].strip() == "WEBVTT"
    stamps = [block.split("\n")[0].split(" --> ") for block in blocks[1:] if block]
    for start, end in stamps:
        assert (len(start), start) < (len(end), end)
    assert "<" not in to_vtt(text, seconds)
    transcript(text)


@pytest.mark.parametrize("text", ["word " * 10_000, "one, " * 10_000, "Say so. " * 5_000, "x" * 60_000])
def test_ten_thousand_words_are_captioned_like_ten(text: str) -> None:
    words = word_times(text, 3600.0)
    lit = phrases(text, words)
    assert len(words) == len(text.split())
    assert words[-1].end == lit[-1].end == 3600.0
    assert all(one.end <= after.start for one, after in pairwise(words))
    assert " ".join(phrase.text for phrase in lit).split() == text.split()
    assert max(len(phrase.text) for phrase in lit) <= 90 or len(words) == 1


def test_the_phrases_of_a_leader_are_lit_as_they_are_said() -> None:
    lit = phrases(LEADER, word_times(LEADER, 8.0))
    assert [phrase.text for phrase in lit] == [
        "People aren’t a list of needs.",
        "They’re cooks and singers and neighbours.",
        "Start there, and you’ll never run out of help.",
    ]
    assert [window(lit, at).text[:6] for at in (-1, 0, 1, 4, 7, 99)] == [  # type: ignore[union-attr]
        "People", "People", "People", "They’r", "Start ", "Start "]  # fmt: skip


def test_a_long_sentence_is_parted_at_its_clauses() -> None:
    text = (
        "When we finally asked him what mattered, he told us about the allotment he used to keep, "
        "and the people there, who still save him a chair."
    )
    assert [phrase.text for phrase in phrases(text, word_times(text, 9.0))] == [
        "When we finally asked him what mattered, he told us about the allotment he used to keep,",
        "and the people there, who still save him a chair.",
    ]


def test_a_long_sentence_without_clauses_is_parted_in_the_middle() -> None:
    text = "We went and sat with her in the garden for as long as she wanted and then we asked her what she missed most"
    one, two = phrases(text, word_times(text, 9.0))
    assert abs(len(one.text) - len(two.text)) < 15


@pytest.mark.parametrize("text", ["We saw Dr. Patel today.", "Ask for help, e.g. a lift home."])
def test_a_short_form_does_not_end_a_sentence(text: str) -> None:
    assert len(phrases(text, word_times(text, 3.0))) == 1


def test_an_empty_line_ends_a_phrase() -> None:
    assert [p.text for p in phrases("A heading\n\nIts text", word_times("A heading\n\nIts text", 2.0))] == [
        "A heading", "Its text"]  # fmt: skip


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [("neighbourhood", "need"), ("NHS", "nut"), ("35,000", "ten"), ("community", "commune"), ("strengths", "a")],
)
def test_a_word_that_takes_longer_to_say_gets_longer(longer: str, shorter: str) -> None:
    one, other = word_times(f"{longer} {shorter}", 1.0)
    assert one.end - one.start > other.end - other.start


def test_there_is_a_pause_after_a_sentence_and_a_shorter_one_after_a_clause() -> None:
    a, b, c, d = word_times("one. two, three four", 4.0)
    assert b.start - a.end > c.start - b.end > d.start - c.end == 0


def test_the_word_being_said_is_known() -> None:
    words = word_times("Hello there everybody.", 3.0)
    assert spoken(words, -0.1) is None
    assert spoken(words, 0.0) == words[0]
    assert spoken(words, 99) == words[2]
    assert spoken((), 1) is None


def test_a_vtt_reads_as_one() -> None:
    assert to_vtt("Tea & cake? <b>Yes</b>, please.", 4.0) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.377\nTea &amp; cake?\n\n"
        "00:00:02.377 --> 00:00:04.000\n&lt;b&gt;Yes&lt;/b&gt;, please.\n"
    )


def test_a_transcript_keeps_paragraphs_and_tidies_space() -> None:
    assert transcript(" One  two\n\n\n three\t. \n") == "One two\nthree ."


FILM = "It rained.  Then, after a while, it did not. So we went out."
CUES = (
    Cue(2.0, 3.0, "It rained."),
    Cue(10.0, 12.0, "Then, after a while, it did not."),
    Cue(20.0, 21.0, "So we went out."),
)


def test_cues_time_the_phrases_of_a_film_that_is_silent_for_a_while() -> None:
    lit = cued(FILM, CUES)
    assert [(one.start, one.text) for one in lit] == [
        (2.0, "It rained."),
        (10.0, "Then, after a while, it did not."),
        (20.0, "So we went out."),
    ]
    assert [FILM[one.char_start : one.char_end] for one in lit] == [one.text for one in lit]
    assert [one.end for one in lit] == [3.0, 12.0, 21.0]
    assert (found := window(lit, 15.0)) and found.start == 10.0


def test_a_sentence_may_be_parted_by_cues() -> None:
    lit = cued("One and two.", [Cue(1.0, 2.0, "One"), Cue(5.0, 6.0, "and two.")])
    assert [(one.start, one.text) for one in lit] == [(1.0, "One"), (5.0, "and two.")]


def test_cues_with_other_words_time_nothing() -> None:
    assert cued(FILM, CUES[:2]) == ()
    assert cued("It rained.", [Cue(0.0, 1.0, "It poured.")]) == ()


@given(texts, st.floats(0.5, 60), st.floats(0.5, 60))
def test_one_cue_with_the_whole_text_is_like_a_clip_that_begins_later(text: str, start: float, seconds: float) -> None:
    lit = cued(text, [Cue(start, start + seconds, text)])
    plain = phrases(text, word_times(text, seconds))
    assert [(one.text, one.char_start, one.char_end) for one in lit] == [
        (one.text, one.char_start, one.char_end) for one in plain
    ]
    assert [one.start - start for one in lit] == pytest.approx([one.start for one in plain], abs=1e-6)
