"""The soundboard as a delegate touches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from activities.screen_stage import PORTRAIT, SIZES, Screens, deck_of, scene_box

pytestmark = pytest.mark.usefixtures("qapp")
SAID = "I used to ask what was wrong. Now I ask what makes a good day, and I put the kettle on first."


def board(people: int = 6) -> dict[str, object]:
    return {
        "heading": "Hear it from the leaders",
        "leaders": [
            {
                "id": f"leader-{n}", "name": f"Community leader {n}", "role": "Voluntary sector",
                "picture": {"file": f"face-{n}.svg", "describe": "A face."},
                "clips": [
                    {"id": f"clip-{m}", "title": f"What I got wrong {m}", "file": f"say-{n}-{m}.ogg", "text": SAID}
                    for m in range(6)
                ],
            }
            for n in range(people)
        ],
    }  # fmt: skip


@pytest.fixture
def screens(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Screens]:
    made = Screens(tmp_path, deck_of("soundboard", board()), getattr(request, "param", SIZES[0]))
    yield made
    made.close()


def say(screens: Screens, *, at: str = "Now I ask") -> None:
    """The voice as the shell keeps it while the first clip plays."""
    begin = SAID.index(at)
    for name, value in {
        "key": "say-0-0.ogg", "seconds": 12.0, "position": 4.2, "phraseStart": begin, "phraseEnd": begin + len(at),
    }.items():  # fmt: skip
        screens.voice.setProperty(name, value)
    screens.stage.settle(0.05)


@pytest.mark.parametrize("screens", SIZES, indirect=True)
def test_touching_a_title_plays_it_and_ticks_it(screens: Screens) -> None:
    screens.show()
    screens.tap("clip-clip-0")
    assert screens.acts == [("clip-0", "")]
    screens.play()
    assert screens.view()["slots"]["heard"] == [{"leader": "leader-0"}]
    assert any("1 of 6 heard" in text for text in screens.words())


@pytest.mark.parametrize("screens", SIZES, indirect=True)
def test_touching_a_face_brings_it_to_the_front(screens: Screens) -> None:
    screens.show()
    screens.tap("to-leader-4")
    assert screens.acts == [("to-leader-4", "")]
    screens.play()
    assert "Community leader 4" in screens.words()
    assert screens.item.property("view")["screen"] == "leader-4"


def test_touching_the_face_that_is_in_front_does_nothing(screens: Screens) -> None:
    screens.show()
    screens.tap("to-leader-0")
    assert screens.acts == []


def test_finish_is_there_only_after_something_was_heard(screens: Screens) -> None:
    screens.show()
    assert screens.item.property("primary") == ""
    screens.tap("clip-clip-1")
    screens.play()
    assert screens.item.property("primary") == "finish"


@pytest.mark.parametrize("screens", SIZES, indirect=True)
def test_while_a_clip_plays_its_words_are_read_and_the_phrase_is_lit(screens: Screens) -> None:
    screens.show()
    say(screens)
    caption = screens.of_type("Caption")[0]
    lines = caption.property("lines").toVariant()
    assert caption.property("text") == SAID
    assert len(lines) >= 1
    assert all(line["right"] > line["x"] for line in lines)
    assert "4 of 12 seconds" in screens.words()
    assert not screens.shown("clip-clip-0")


def test_a_lit_phrase_over_two_lines_is_lit_on_both(screens: Screens) -> None:
    screens.show()
    say(screens, at=SAID)
    caption = screens.of_type("Caption")[0]
    lines = caption.property("lines").toVariant()
    assert len(lines) >= 2
    assert [line["y"] for line in lines] == sorted({line["y"] for line in lines})


def test_pause_holds_the_clip_and_go_on_resumes_it(screens: Screens) -> None:
    screens.show()
    say(screens)
    screens.tap("pause")
    assert screens.asked == ["hold"]
    screens.voice.setProperty("paused", True)
    screens.tap("pause")
    assert screens.asked == ["hold", "resume"]


def test_again_stops_the_clip_and_begins_it_anew(screens: Screens) -> None:
    screens.show()
    say(screens)
    screens.tap("replay")
    assert screens.acts == [("clip-0", ""), ("clip-0", "")]


def test_something_else_stops_the_clip(screens: Screens) -> None:
    screens.show()
    say(screens)
    screens.tap("others")
    assert screens.acts == [("clip-0", "")]


@pytest.mark.parametrize("playing", [False, True])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("screens", SIZES, indirect=True)
def test_nothing_is_cut_off_in_the_largest_letters(screens: Screens, contrast: bool, playing: bool) -> None:
    screens.enlarge(2, contrast=contrast)
    screens.show()
    if playing:
        say(screens)
    assert screens.cut_off() == []


@pytest.mark.parametrize("screens", SIZES, indirect=True)
def test_the_words_of_a_clip_stay_clear_of_the_faces(screens: Screens) -> None:
    screens.show()
    say(screens)
    caption = screens.of_type("Caption")[0]
    assert scene_box(caption).bottom() <= screens.box("pause").top()
    assert screens.box("pause").bottom() <= screens.box("to-leader-0").top()


def test_a_board_of_one_leader_is_drawn(tmp_path: Path) -> None:
    made = Screens(tmp_path, deck_of("soundboard", board(people=1)), PORTRAIT)
    made.show()
    assert made.shown("to-leader-0")
    made.close()
