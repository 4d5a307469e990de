"""Reading YAML: the same meaning for everybody, every fault at once, nothing that blows up."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.faults import Faults
from kiosk.content.reader import MAX_FAULTS, Document, default_loader, read, read_file

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [yaml.SafeLoader]


def told(text: str | bytes, loader: type | None = None) -> tuple[Document | None, list[str]]:
    raw = text.encode() if isinstance(text, str) else text
    faults = Faults()
    document = read(raw, "a.yaml", faults, loader=loader)
    return document, [str(fault) for fault in faults]


def data_of(text: str) -> object:
    document, faults = told(text)
    assert document is not None and not faults, faults
    return document.data


@pytest.mark.parametrize("loader", LOADERS)
def test_plain_yaml_is_read_as_it_looks(loader: type) -> None:
    text = 'a: one\nb: 2\nc: -3.5\nd: true\ne:\nf: [x, "007"]\ng:\n  - h: |\n      two\n      lines\n'
    document, faults = told(text, loader)
    assert not faults
    assert document is not None
    assert document.data == {
        "a": "one", "b": 2, "c": -3.5, "d": True, "e": None, "f": ["x", "007"], "g": [{"h": "two\nlines\n"}],
    }  # fmt: skip


@pytest.mark.parametrize("loader", LOADERS)
def test_every_key_and_entry_knows_its_line(loader: type) -> None:
    document, _ = told("# first\ntalk:\n  turns:\n    - says: hello\n    - says: again\n      to: end\n", loader)
    assert document is not None
    assert document.lines == {
        (): 2,
        ("talk",): 2,
        ("talk", "turns"): 3,
        ("talk", "turns", 0): 4,
        ("talk", "turns", 0, "says"): 4,
        ("talk", "turns", 1): 5,
        ("talk", "turns", 1, "says"): 5,
        ("talk", "turns", 1, "to"): 6,
    }
    assert document.line(("talk", "turns", 1, "missing")) == 5


@pytest.mark.parametrize(
    ("line", "what", "do"),
    [
        ("a: on", "`on` without quotes may be read as true", 'write `true`, or "on" for the word'),
        ("a: No", "`No` without quotes may be read as false", 'write `false`, or "No" for the word'),
        ("a: y", "`y` without quotes may be read as true", 'write `true`, or "y" for the word'),
        ("a: OFF", "`OFF` without quotes may be read as false", 'write `false`, or "OFF" for the word'),
        ("a: 0123", "`0123` may be read as an octal number", 'write `123`, or "0123" if it is text'),
        ("a: 0o17", "`0o17` is a number in code", 'write it in figures, or "0o17" for text'),
        ("a: 0x1F", "`0x1F` is a number in code", 'write it in figures, or "0x1F" for text'),
        ("a: 1_000", "`1_000` may be read as a number", 'write `1000`, or "1_000" for text'),
        ("a: 10:30", "`10:30` may be read as a count of seconds", 'write "10:30"'),
        ("a: 2024-01-31", "`2024-01-31` may be read as a date", 'write "2024-01-31"'),
        ("a: 2024-01-31 10:00", "`2024-01-31 10:00` may be read as a date", 'write "2024-01-31 10:00"'),
        ("a: 1e3", "`1e3` may be read as a number", 'write it out in figures, or "1e3" for text'),
        ("a: .inf", "`.inf` is not a number that can be used", "write a number in figures"),
        ("a: -.INF", "`-.INF` is not a number that can be used", "write a number in figures"),
        ("a: .NaN", "`.NaN` is not a number that can be used", "write a number in figures"),
        ("a: .5", "`.5` is half a number", 'write it like 0.5, or ".5"'),
        ("on: a", "the key `on` without quotes may be read as true", 'write `"on":` in quotes'),
        ("null: a", "the key `null` is not read as text", 'write `"null":` in quotes'),
        ("a: 1\na: 2", "`a` is already on line 1", "keep one of the two"),
        ("a: &b c", "`&b` names something to be repeated",
         "take the `&` or `*` name away and write the words out where they are wanted"),
        ("a: *b", "`*b` repeats something from elsewhere",
         "take the `&` or `*` name away and write the words out where they are wanted"),
        ("a: !!python/object:os.system x", "the tag `!!python/object:os.system` is not for content", "take it away"),
        ("a: {<<: {b: c}}", "`<<` merges another part of the file into this", "write its lines out here"),
        ("a: b\n---\nc: d", "a second document begins here", "keep one document in a file"),
        ("[a]: b", "a key must be one word", "write `name: value`"),
        ("a: b\n\tc: d", "this line is indented with a tab", "use spaces instead"),
        ("a: b\tc", "there is a tab here", "take it out or put a space in its place"),
        ('a: "b\\tc"', "there is a tab in this text", "take it out"),
        ("a: b\x07c", "there is a hidden character (U+0007) here", "take it out or put a space in its place"),
        ("a: b\u202ec", "there is a hidden character (U+202E right-to-left override) here",
         "take it out or put a space in its place"),
        ('a: "b\\u202Ec"', "there is a hidden character (U+202E right-to-left override) in this text", "take it out"),
        ("%YAML 1.1\n---\na: b", "a line that begins with % is not for content", "take the line away"),
        ("", "this file is empty", "write its content, starting with `kind:`"),
        ("# nothing", "this file is empty", "write its content, starting with `kind:`"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS)
def test_each_surprise_is_told_with_what_to_write_instead(line: str, what: str, do: str, loader: type) -> None:
    assert [fault.split(": ", 1)[1] for fault in told(line, loader)[1]] == [f"{what} — {do}"]


def test_words_that_only_begin_like_a_surprise_are_text() -> None:
    for text in ("once", "nobody", "10:30 to 12:00", "2024-01-31 to 2024-02-01", "01942 705221", "1,000", "no.",
                 "£3.50", "3 miles", "+1 friend", "yes please", "1.2.3", "~ about ten"):  # fmt: skip
        assert data_of(f"a: {text}") == {"a": text}


def test_quoted_surprises_are_text() -> None:
    assert data_of('a: "no"\nb: \'0123\'\nc: "10:30"\n"on": x') == {"a": "no", "b": "0123", "c": "10:30", "on": "x"}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "line", "ends"),
    [
        ("say: Tea #1 in town", 1, "“Tea”"),
        ("say: He sleeps in bed #4 tonight", 1, "“He sleeps in bed”"),
        ("say: Ring 0161 496 # and then 2", 1, "“Ring 0161 496”"),
        ("a: b\nsay: ‘Café’ is №1 on the list #really", 2, "“№1 on the list”"),
        ("say: Words that go on\n  over two lines #2", 2, "“on over two lines”"),
        ("list:\n  - Tea with Sam #1", 2, "“Tea with Sam”"),
    ],
)
def test_words_that_go_on_behind_a_note_sign_are_told_as_cut(text: str, line: int, ends: str, loader: type) -> None:
    faults = Faults()
    assert read(text.encode(), "a.yaml", faults, loader=loader) is not None
    (fault,) = faults
    assert (fault.line, fault.severity) == (line, "warning")
    assert f"ends at the `#`, with {ends}: " in fault.what


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text",
    [
        "say: Tea in town  # a note to myself",
        "say: Tea in town                # a note to myself",
        "minutes: 3 # about",
        "say: 'Tea #1 in town'",
        'say: "Tea #1 in town" # quoted',
        "say: Tea#1 in town",
        "say: # nothing yet\n  Tea in town",
        "say: >\n  Tea #1 in town",
        "# a note\nsay: Tea in town\n# another",
        "say:\n  - Tea in town\n  # another",
    ],
)
def test_a_note_that_stands_apart_is_a_note(text: str, loader: type) -> None:
    assert told(text, loader)[1] == []


def test_coordinates_may_be_called_x_and_y() -> None:
    assert data_of("x: 1\ny: 2") == {"x": 1, "y": 2}


def test_all_faults_are_told_at_once_each_on_its_line() -> None:
    _, faults = told("a: on\nb: 0123\nc: &x 1\nd:\n  - 1:30\n  - f: 1\n    f: 2\n")
    assert [fault.split(":")[1] for fault in faults] == ["1", "2", "3", "5", "7"]


def test_what_stands_below_a_key_that_is_there_twice_is_checked_too() -> None:
    document, faults = told("a: 1\na:\n  b: no\n")
    assert [fault.split(":")[1] for fault in faults] == ["2", "3"]
    assert document is not None and document.data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('a: "b\nc: d\n', 2, "a quotation mark opened on line 1 is never closed"),
        ("a: b: c", 1, "there is a second `:`"),
        ("a: @b", 1, "text may not begin with this character"),
        ("a: [b, c\nd: e", None, "the list opened with ["),
        ("a:\n  - b\n c: d", 3, "this is not in line with the group that began on line 1"),
        ("a: b\nc\nd: e", None, "there is no `:` after a key"),
        ("- a\nb: c", 2, "this is not in line with the list that began on line 1"),
        (r'a: "\q"', 1, "a backslash in double quotes has no meaning here"),
    ],
)
@pytest.mark.parametrize("loader", LOADERS)
def test_what_cannot_be_parsed_is_explained_in_plain_words(
    text: str, line: int | None, what: str, loader: type
) -> None:
    document, faults = told(text, loader)
    assert document is None
    assert len(faults) == 1 and what in faults[0]
    if line:
        assert faults[0].startswith(f"a.yaml:{line}: ")


def test_right_to_left_text_is_fine() -> None:
    assert data_of("a: ہم آپ کی بات سنتے ہیں\nb: שלום\u200f") == {"a": "ہم آپ کی بات سنتے ہیں", "b": "שלום\u200f"}


def test_a_file_from_windows_is_read_like_any_other() -> None:
    document, faults = told(b"\xef\xbb\xbfa: 1\r\nb: no\r\n")
    assert document is not None and document.data == {"a": 1, "b": "no"}
    assert [fault.split(":")[1] for fault in faults] == ["2"]


def test_each_line_that_is_not_utf8_is_told() -> None:
    _, faults = told(b"a: caf\xe9\nb: ok\nc: \x93quoted\x94\n")
    assert [fault.split(":")[1] for fault in faults] == ["1", "3"]
    assert "the byte 0xE9 is not UTF-8 — save the file as UTF-8" in faults[0]


def test_utf16_is_told_once() -> None:
    assert told("a: b".encode("utf-16"))[1] == ["a.yaml:1: this file is saved as UTF-16 — save it as UTF-8"]


def test_a_text_of_more_than_ten_thousand_words_is_told_the_limit() -> None:
    _, faults = told("a: |\n  " + "word " * 10_001)
    assert faults == [
        "a.yaml:1: this text has 10,001 words and 50,005 characters — keep it under 10,000 words and 100,000 characters"
    ]
    assert not told("a: |\n  " + "word " * 9_999)[1]


def test_a_file_that_is_missing_or_a_folder_is_a_fault(tmp_path: Path) -> None:
    faults = Faults()
    assert read_file(tmp_path / "none.yaml", "none.yaml", faults) is None
    assert read_file(tmp_path, "folder", faults) is None
    assert [str(fault).split(" — ")[0] for fault in faults][1] == "none.yaml:1: this file is missing"
    assert len(faults) == 2


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


BOMBS = [
    LAUGHS,
    "[" * 900_000,
    "{" * 900_000,
    "- " * 400_000,
    "{a: " * 200_000,
    "a:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 1_400)),
    "? " * 400_000,
    "a: " + "x" * 990_000,
    "a: '" + "\n" * 990_000,
    "[" + "a, " * 330_000 + "]",
    "a: 1\n" * 190_000,
    "x" * 1_000_001,
    "a: " + "9" * 900_000,
    "a: " + "1:" * 400_000,
    "&a " * 300_000,
    "!a " * 300_000,
    "%" * 900_000,
    "\t\n" * 400_000,
    "\x00" * 900_000,
    "\u202e" * 300_000,
    '"' + "\\x00" * 240_000 + '"',
    "a: |\n" + " \n" * 400_000,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: repr(bomb[:12]))
def test_bombs_are_faults_and_cost_little_time(bomb: str) -> None:
    before = time.process_time()
    document, faults = told(bomb)
    assert faults or document is not None
    assert len(faults) <= MAX_FAULTS + 1
    assert time.process_time() - before < 10, "the slowest takes about a second"


@pytest.mark.parametrize("bomb", [LAUGHS, BOMBS[1], BOMBS[3], "[" + "a, " * 50_000], ids=("laughs", "[", "{a:", "a,"))
def test_bombs_cost_little_memory(bomb: str) -> None:
    tracemalloc.start()
    try:
        told(bomb)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def holds_the_promise(raw: bytes) -> None:
    lines = max(1, len(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n").split(b"\n")))
    ends = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for loader in LOADERS:
        faults = Faults()
        document = read(raw, "a.yaml", faults, loader=loader)
        assert document is not None or faults.errors
        for fault in faults:
            assert 1 <= fault.line <= max(lines, ends)
            assert fault.what and fault.do and "\n" not in str(fault)


@settings(max_examples=300)
@given(st.text(alphabet=st.one_of(st.sampled_from("ab:- \n[]{}&*!|>'\"%@`#,?<~\t\r0171e._\\"), st.characters())))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    holds_the_promise(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    holds_the_promise(raw)


_words = st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=12)
_keys = _words.filter(lambda word: bool(word.strip()) and word != "<<")
_data = st.recursive(
    st.one_of(_words, st.integers(-(10**9), 10**9), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_keys, inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from("abcdef"), _data, min_size=1, max_size=3))
def test_what_is_written_with_every_text_quoted_is_read_back_as_it_was(data: dict[str, object]) -> None:
    class Quoting(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
            return True

    Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    for loader in LOADERS:
        faults = Faults()
        raw = yaml.dump(data, Dumper=Quoting, allow_unicode=True).encode()
        document = read(raw, "a.yaml", faults, loader=loader)
        assert not list(faults)
        assert document is not None and document.data == data


def test_without_the_fast_parser_the_slow_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert default_loader() is yaml.SafeLoader
    assert data_of("a: [1, two]") == {"a": [1, "two"]}
