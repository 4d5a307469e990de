"""When each word of a clip is spoken, guessed from its text, and which phrase of it is lit. Pure.

Nobody times captions by hand here: a word is given a share of the clip by how long it takes to say, and a
pause by the punctuation after it. That is close enough for lighting a phrase, for any language. A film that is silent
for a while brings cues: the guess is then made inside each of them.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

PHRASE = 90
"""Characters of a lit phrase, about; a single longer word is still one phrase."""

_SHORTEST = 24  # a clause shorter than this many characters is lit with what follows it
_WORD = re.compile(r"\S+")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_ENDS = tuple(".!?…。！？؟۔।")
_CLAUSE_ENDS = tuple(",;:—–،؛、，；：")
_CLOSERS = "\"'”’»)]}›」』"
# In syllables: what a reader leaves after a sentence, after a clause and between any two words.
_SENTENCE_PAUSE, _CLAUSE_PAUSE = 2.5, 1.2
_NOT_AN_END = {"mr.", "mrs.", "ms.", "dr.", "st.", "e.g.", "i.e.", "etc.", "no.", "vs."}


@dataclass(frozen=True, slots=True)
class Word:
    """`text[char_start:char_end]`, spoken from `start` to `end` seconds."""

    text: str
    start: float
    end: float
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a text that are said from `start` to `end` seconds."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A clause or a short sentence: `text[char_start:char_end]`, lit from `start` until `end` seconds.

    Phrases follow on from each other without a gap, so that one is always lit.
    """

    text: str
    start: float
    end: float
    char_start: int
    char_end: int


def word_times(text: str, seconds: float) -> tuple[Word, ...]:
    """Every word (what stands between white space) with its time; together they span 0 to `seconds`.

    No words, or a length that is not a positive number of seconds, give words that all stand at 0.
    """
    found = list(_WORD.finditer(text))
    length = seconds if 0 < seconds < float("inf") else 0.0
    said = [_weight(match.group()) for match in found]
    waits = [*(_pause(match.group()) for match in found[:-1]), 0.0] if found else []
    ends = list(accumulate(say + wait for say, wait in zip(said, waits, strict=True)))
    whole = ends[-1] if ends else 1.0

    def at(share: float) -> float:
        return min(length, length * (share / whole))

    return tuple(
        Word(match.group(), at(before), at(before + say), match.start(), match.end())
        for match, before, say in zip(found, [0.0, *ends], said, strict=False)
    )


def cued(text: str, cues: Sequence[Cue]) -> tuple[Phrase, ...]:
    """The phrases of a text whose words stand in `cues`, in order; none goes over the end of its cue.

    Empty when the cues don't hold the words of the text.
    """
    found = list(_WORD.finditer(text))
    if [match.group() for match in found] != [word for cue in cues for word in cue.text.split()]:
        return ()
    lit: list[Phrase] = []
    for cue in cues:
        said = word_times(cue.text, cue.end - cue.start)
        here, found = found[: len(said)], found[len(said) :]
        lit += phrases(text, tuple(_moved(said, cue.start, [match.start() for match in here])))
    return tuple(lit)


def phrases(text: str, words: tuple[Word, ...], *, longest: int = PHRASE) -> tuple[Phrase, ...]:
    """The words in sentences; a sentence over `longest` characters is parted at its clauses, else between words."""
    made = [part for sentence in _sentences(text, words) for part in _parted(sentence, longest)]
    if not made:
        return ()
    starts = [part[0].start for part in made]
    ends = [*starts[1:], made[-1][-1].end]
    return tuple(
        Phrase(text[part[0].char_start : part[-1].char_end], start, end, part[0].char_start, part[-1].char_end)
        for part, start, end in zip(made, starts, ends, strict=True)
    )


def window(lit: tuple[Phrase, ...], position: float) -> Phrase | None:
    """The phrase that is lit at `position` seconds: the first before the beginning, the last after the end."""
    if not lit:
        return None
    return lit[max(0, bisect_right(lit, position, key=lambda phrase: phrase.start) - 1)]


def spoken(words: tuple[Word, ...], position: float) -> Word | None:
    """The word begun last at `position` seconds, if any has begun."""
    begun = bisect_right(words, position, key=lambda word: word.start)
    return words[begun - 1] if begun else None


def to_vtt(text: str, seconds: float) -> str:
    """The captions as a WebVTT file, one cue a phrase."""
    cues = [
        f"{_stamp(phrase.start)} --> {_stamp(phrase.end)}\n{_one_line(phrase.text)}\n"
        for phrase in phrases(text, word_times(text, seconds))
        if _stamp(phrase.start) < _stamp(phrase.end)  # a cue without duration is not valid
    ]
    return "\n".join(["WEBVTT\n", *cues])


def transcript(text: str) -> str:
    """The text for reading at one's own pace: white space tidied, one paragraph a line."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _moved(words: Sequence[Word], later: float, places: Sequence[int]) -> Iterator[Word]:
    """Words timed by themselves, as they stand in a longer text that begins before them."""
    for word, at in zip(words, places, strict=True):
        yield Word(word.text, later + word.start, later + word.end, at, at + len(word.text))


def _weight(word: str) -> float:
    """About how many syllables a word has; at least half of one, so that a dash or an emoji has a moment."""
    letters = [letter for letter in word.casefold() if letter.isalnum()]
    digits = sum(letter.isdigit() for letter in letters)
    latin = "".join(c for c in unicodedata.normalize("NFD", "".join(letters)) if "a" <= c <= "z")
    vowels = len(_VOWELS.findall(latin))
    if vowels > 1 and latin.endswith("e") and not latin.endswith("le"):
        vowels -= 1
    shouted = word.isupper() and 1 < len(latin) <= 5 and not digits  # NHS is spelt out
    others = len(letters) - digits - len(latin)
    syllables = (len(latin) if shouted else vowels) + 1.4 * digits + 0.5 * max(0, others)
    # Letters count a little too: "strengths" takes longer than "a".
    return max(0.5, 0.75 * syllables + 0.06 * len(letters))


def _pause(word: str) -> float:
    if _ends_sentence(word):
        return _SENTENCE_PAUSE
    return _CLAUSE_PAUSE if _ends_clause(word) else 0.0


def _ends_sentence(word: str) -> bool:
    bare = word.rstrip(_CLOSERS)
    return bare.endswith(_SENTENCE_ENDS) and word.casefold() not in _NOT_AN_END


def _ends_clause(word: str) -> bool:
    return word.rstrip(_CLOSERS).endswith(_CLAUSE_ENDS)


def _sentences(text: str, words: tuple[Word, ...]) -> list[list[Word]]:
    """Words up to each sentence's end; an empty line ends one too."""
    groups: list[list[Word]] = [[]]
    for word, after in pairwise([*words, None]):
        if word is None:
            break
        groups[-1].append(word)
        gap = text[word.char_end : after.char_start] if after is not None else ""
        if _ends_sentence(word.text) or gap.count("\n") > 1:
            groups.append([])
    return [group for group in groups if group]


def _parted(sentence: list[Word], longest: int) -> list[list[Word]]:
    """The sentence whole if it fits, or in parts that do, ended at clauses where those are not too short."""
    parts: list[list[Word]] = []
    rest = sentence
    while rest and _width(rest) > longest:
        widths = [word.char_end - rest[0].char_start for word in rest[:longest]]
        fits = [i for i, width in enumerate(widths, start=1) if width <= longest]
        at_clauses = [i for i in fits if _ends_clause(rest[i - 1].text) and widths[i - 1] >= _SHORTEST]
        # Without a clause, two halves of a size read better than a full one and a scrap.
        halves = [i for i in fits if widths[i - 1] * 2 >= _width(rest)]
        cut = at_clauses[-1] if at_clauses else halves[0] if halves else fits[-1] if fits else 1
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [*parts, rest] if rest else parts


def _width(words: list[Word]) -> int:
    return words[-1].char_end - words[0].char_start


def _stamp(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, left = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{left // 1000:02}.{left % 1000:03}"


def _one_line(text: str) -> str:
    """A cue's text: one line, and nothing in it that WebVTT reads as markup."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
