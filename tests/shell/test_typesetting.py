"""How words are set: where lines end, what is quoted, and what stands beside each other."""

from __future__ import annotations

import json

import pytest
from PySide6.QtQuick import QQuickItem
from qml_items import ask, every
from shell.gallery.stage import Stage

pytestmark = pytest.mark.usefixtures("qapp")

SET = {
    "a heading": ("Heading", 960, 58, "Same front door. Two different roads."),
    "a long heading": ("Heading", 1000, 66, "How sure would you feel about starting a different conversation?"),
    "what could be said": ("Body", 640, 36, "I’ll need a number for her, as the very next of kin."),
    "a paragraph": (
        "Body",
        520,
        32,
        "He waved at him all the way. They’d shut the road. He told the driver which way to go.",
    ),
    "what is said": (
        "Speech",
        700,
        42,
        "“Those old things? I did, every single stitch of them. I never went out without one.”",
    ),
    "a word with a hyphen": ("Label", 330, 30, "an understanding of asset-based working"),
}


def named(item: QQuickItem, name: str) -> QQuickItem:
    return next(one for one in every(item) if one.objectName() == name)


def lines(stage: Stage, kind: str, width: float, size: int, text: str) -> tuple[int, int, int]:
    """How many lines a text has as the kit sets it, plainly, and as it is set without its last word."""
    item = stage.item(
        f"""Item {{
            {kind} {{ id: own; objectName: "own"; width: {width}; size: {size}; text: {json.dumps(text)} }}
            Text {{ objectName: "plain"; width: own.width; text: own.text; font: own.font; wrapMode: Text.WordWrap }}
            Text {{
                objectName: "less"; width: Math.ceil(own.contentWidth) + 1; font: own.font; wrapMode: Text.WordWrap
                text: own.text.slice(0, own.text.lastIndexOf(" "))
            }}
        }}"""
    )
    own, plain, less = (named(item, name) for name in ("own", "plain", "less"))
    return own.property("lineCount"), plain.property("lineCount"), less.property("lineCount")


@pytest.mark.parametrize("text", SET.values(), ids=SET.keys())
def test_no_word_is_left_alone_on_the_last_line(stage: Stage, text: tuple[str, int, int, str]) -> None:
    own, _, less = lines(stage, *text)
    assert own > 1
    assert less == own


@pytest.mark.parametrize("text", SET.values(), ids=SET.keys())
def test_words_take_no_more_lines_for_it_at_any_width(stage: Stage, text: tuple[str, int, int, str]) -> None:
    kind, width, size, words = text
    for part in range(40, 101, 4):
        own, plain, _ = lines(stage, kind, width * part / 100, size, words)
        assert own == plain


def test_a_heading_rather_ends_its_line_where_a_sentence_ends(stage: Stage) -> None:
    item = stage.item('Heading { width: 960; size: 58; text: "Same front door. Two different roads." }')
    narrow = stage.item('Heading { size: 58; text: "Two different roads." }')
    assert item.property("contentWidth") == pytest.approx(narrow.property("contentWidth"), abs=3)


def test_what_a_speaker_quotes_has_single_marks(stage: Stage) -> None:
    item = stage.item("""Speech { text: Typesetting.quoted("Put “milk”. It’s early.") }""")
    assert item.property("text") == "“Put ‘milk’. It’s early.”"


def test_the_main_button_grows_with_its_words(stage: Stage) -> None:
    item = stage.item('Row { PrimaryButton { objectName: "main"; text: "Finish" } }')
    main = named(item, "main")
    before = main.width()
    main.setProperty("text", "What did the others do?")
    assert main.width() > before + 100


def test_cards_beside_each_other_have_pictures_of_one_height(stage: Stage) -> None:
    card = """ActivityCard {{ objectName: "{}"; lying: false; width: 420; height: 544; mostWords: row.most
        title: "A talk"; text: "{}"; minutes: "5 min"; who: "Alone or together" }}"""
    item = stage.item(
        f"""Row {{
            id: row
            property real most: Math.max(children[0].wordsHeight, children[1].wordsHeight)
            {card.format("short", "Sit down.")} {card.format("long", "Sit down and stay for a while. " * 3)}
        }}"""
    )
    short, long = (named(item, name) for name in ("short", "long"))
    assert short.property("wordsHeight") < long.property("wordsHeight")
    assert short.property("pictureHeight") == long.property("pictureHeight") > 160


@pytest.mark.parametrize(("count", "rows"), [(4, 1), (10, 2)])
def test_few_marks_stand_in_one_row(stage: Stage, count: int, rows: int) -> None:
    item = stage.item(
        f'Pictograph {{ width: 860; height: 560; largest: 240; mark: "house"; value: {count - 1}; total: {count} }}'
    )
    assert float(ask(item, "laid.rows")) == rows


@pytest.mark.parametrize("words", ["More", "مزید"])
def test_words_stand_equally_high_whether_their_lines_are_settled_or_not(stage: Stage, words: str) -> None:
    stage.item(
        f"""Item {{
            Label {{ x: 20; y: 40; text: "{words}" }}
            Label {{ x: 220; y: 40; text: "{words}"; settled: false }}
        }}""",
        400,
        200,
    )
    seen = stage.window.grabWindow()
    settled, plain = seen.copy(0, 0, 200, 200), seen.copy(200, 0, 200, 200)
    assert settled == plain
    assert settled.copy(0, 0, 200, 36) == settled.copy(0, 164, 200, 36)  # nothing sticks out above
