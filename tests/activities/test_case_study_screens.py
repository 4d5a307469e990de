"""A story's screen as a delegate touches it, with voice and with film."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.screen_stage import LANDSCAPE, SIZES, Screens, deck_of

pytestmark = pytest.mark.usefixtures("qapp")
SAID = "She hung the jacket where he could see it. Nobody had asked him about the band."
LONG = " ".join([SAID] * 8)


def story(*, film: str = "", text: str = SAID) -> dict[str, object]:
    first: dict[str, Any] = {"label": "We saw", "text": text, "next": "What did she ask?"}
    if film:
        first["video"] = {"file": film, "text": "The words of the film.", "describe": "A band plays in a park."}
    else:
        first["clip"] = {"file": "saw.ogg", "text": text}
    second = {"label": "We asked", "text": "What did you used to love?", "next": "Finish the story"}
    return {"heading": "The man with the silent euphonium", "parts": [first, second]}


# Sound stands in for a film: what plays and ends is the same player. It is found by its content, not its name.
HELLO = Path(__file__).parents[1] / "audio" / "hello.ogg"
STORY = Path(__file__).parents[2] / "content" / "silent-euphonium" / "we-saw.ogg"
# A player's own thread reports on its driver while the window's thread waits for it to end. With a listener written in
# Python that would need the GIL, which a touch from a test holds: so nothing listens here.
quiet_players = pytest.mark.no_qt_log

Open = Callable[..., Screens]


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Open]:
    made: list[Screens] = []

    def opened(size: tuple[int, int] = LANDSCAPE, **told: str) -> Screens:
        one = Screens(tmp_path, deck_of("case_study", story(**told)), size)
        made.append(one)
        return one

    yield opened
    for one in made:
        one.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_tab_opens_its_part_and_says_which_is_open(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size)
    page.show()
    assert "Part 1 of 2" in page.words()
    page.tap("tab-part-2")
    assert page.acts == [("part-2", "")]
    page.play()
    assert "Part 2 of 2" in page.words()
    assert page.named("tab-part-2").property("on") is True


def test_the_tab_that_is_open_asks_for_nothing(screens: Open) -> None:
    page = screens()
    page.show()
    page.tap("tab-part-1")
    assert page.acts == []


def test_listen_plays_then_pauses_then_goes_on(screens: Open) -> None:
    page = screens()
    page.show()
    page.tap("listen")
    assert page.acts == [("listen", "")]
    say(page)
    page.tap("listen")
    page.voice.setProperty("paused", True)
    page.tap("listen")
    assert page.asked == ["hold", "resume"]
    page.tap("stop")
    assert page.acts[-1] == ("listen", "")


@pytest.mark.parametrize("size", SIZES)
def test_while_it_is_read_aloud_the_phrase_is_lit(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size)
    page.show()
    say(page)
    caption = page.of_type("Caption")[0]
    assert caption.property("text") == SAID
    assert len(caption.property("lines").toVariant()) >= 1
    assert "3 of 12 seconds" in page.words()


def test_a_long_text_scrolls_along_with_the_voice(screens: Open) -> None:
    page = screens(text=LONG)
    page.show()
    say(page, begin=0, end=30)
    before = scrolled(page)
    say(page, begin=len(LONG) - 40, end=len(LONG))
    assert scrolled(page) > before


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_large_letters(screens: Open, size: tuple[int, int], step: int, contrast: bool) -> None:
    page = screens(size, text=LONG)
    page.enlarge(step, contrast=contrast)
    page.show()
    assert page.cut_off() == []
    say(page)
    assert page.cut_off() == []


@quiet_players
def test_a_film_that_cannot_be_shown_says_so_and_the_story_goes_on(screens: Open) -> None:
    page = screens(film="broken.mp4")
    (page.art / "broken.mp4").write_bytes(b"this is no film")
    page.show()
    page.tap("watch")
    assert page.acts == [("watch", "")]
    page.until(lambda: any("can’t be shown" in text for text in page.words()))
    assert page.asked[0] == "busy"
    assert page.asked[-1] == "free"
    assert page.item.property("primary") == "next"
    assert SAID in page.words()


@quiet_players
def test_a_film_has_its_words_beside_it_and_ends_by_itself(screens: Open) -> None:
    page = playing(screens, HELLO)
    assert "The words of the film." in page.words()
    assert SAID not in page.words()
    page.until(lambda: page.asked == ["busy", "free"])
    assert SAID in page.words()


@quiet_players
def test_a_film_can_be_stopped(screens: Open) -> None:
    page = playing(screens, STORY)
    page.tap("watch")
    assert page.asked == ["busy", "free"]
    assert SAID in page.words()


@quiet_players
def test_leaving_a_film_that_plays_lets_the_idle_clock_run_again(screens: Open) -> None:
    page = playing(screens, STORY)
    page.walk("next")
    assert page.asked == ["busy", "free"]


def playing(screens: Open, film: Path) -> Screens:
    page = screens(film="film.mp4")
    (page.art / "film.mp4").write_bytes(film.read_bytes())
    page.show()
    page.tap("watch")
    assert page.asked == ["busy"]
    page.until(lambda: bool(page.of_type("Film")))
    return page


def say(page: Screens, *, begin: int = 0, end: int = 20) -> None:
    for name, value in {
        "key": "saw.ogg", "seconds": 12.0, "position": 3.4, "phraseStart": begin, "phraseEnd": end,
    }.items():  # fmt: skip
        page.voice.setProperty(name, value)
    page.stage.settle(0.05)


def scrolled(page: Screens) -> float:
    flick = next(one for one in page.every() if one.inherits("QQuickFlickable"))
    return float(flick.property("contentY"))
