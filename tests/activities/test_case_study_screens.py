"""A story's screen as a delegate touches it, with voice and with film."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from activities.screen_stage import LANDSCAPE, SIZES, Screens, deck_of
from PySide6.QtQuick import QQuickItem
from qml_items import ask

pytestmark = pytest.mark.usefixtures("qapp")
SAID = "She hung the jacket where he could see it. Nobody had asked him about the band."
LONG = " ".join([SAID] * 8)
FILM_SAYS = "A band plays in the park. Nobody is watching it. A dog sits down to listen, and stays."


def story(*, film: str = "", text: str = SAID) -> dict[str, object]:
    first: dict[str, Any] = {"label": "We saw", "text": text, "next": "What did she ask?"}
    if film:
        first["video"] = {"file": film, "text": FILM_SAYS, "describe": "A band plays in a park."}
    else:
        first["clip"] = {"file": "saw.ogg", "text": text}
    second = {"label": "We asked", "text": "What did you used to love?", "next": "Finish the story"}
    return {"heading": "The man with the silent euphonium", "parts": [first, second]}


# Four seconds of moving shapes and a tone, really decoded.
FILM = Path(__file__).parent / "film.mp4"
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


def test_in_a_narrow_frame_nobody_at_the_side_of_a_picture_is_cut_in_half(screens: Open) -> None:
    page = screens()
    page.show()
    view = page.view()
    view["props"]["picture"]["height"] = 800
    page.item.setProperty("view", {**page.item.property("view"), **view})
    two_people = "taller(Qt.rect(180, 200, 500, 402), 576, 812)"
    assert float(ask(page.item, f"{two_people}.width")) == 500
    assert float(ask(page.item, f"{two_people}.height")) == pytest.approx(500 * 812 / 576)
    assert float(ask(page.item, "taller(Qt.rect(180, 200, 500, 402), 902, 812).height")) == 402


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
@pytest.mark.parametrize("size", SIZES)
def test_a_film_that_cannot_be_shown_says_so_and_gives_its_words(screens: Open, size: tuple[int, int]) -> None:
    page = screens(size, film="broken.mp4")
    (page.art / "broken.mp4").write_bytes(b"this is no film")
    page.show()
    page.tap("watch")
    assert page.acts == [("watch", "")]
    page.until(lambda: any("can’t be shown" in text for text in page.words()))
    assert page.asked[0] == "busy"
    assert page.asked[-1] == "free"
    assert page.item.property("primary") == "next" and page.item.property("primaryQuiet") is False
    assert FILM_SAYS in page.words()
    assert not page.shown("watch")
    assert page.of_type("Art")
    page.until(lambda: not page.of_type("Film"))
    page.stage.settle(0.1)
    page.tap("read")
    assert SAID in page.words() and FILM_SAYS not in page.words()


@quiet_players
@pytest.mark.parametrize("size", SIZES)
def test_a_film_lights_what_it_says_and_its_end_says_so(screens: Open, size: tuple[int, int]) -> None:
    page = playing(screens, size)
    caption = page.of_type("Caption")[0]
    assert caption.property("text") == FILM_SAYS
    assert SAID not in page.words()
    assert page.item.property("primaryQuiet") is True
    lit: list[str] = []

    def followed() -> bool:
        if page.shown("stop"):
            lit.append(FILM_SAYS[caption.property("from") : caption.property("to")])
        return page.shown("over")

    page.until(followed)
    phrases = [one for one in dict.fromkeys(lit) if one]
    assert " ".join(phrases) == FILM_SAYS and len(phrases) >= 3
    assert any("That was the film" in text for text in page.words())
    assert FILM_SAYS in page.words()
    assert page.asked == ["busy", "free"]
    assert page.item.property("primaryQuiet") is False
    page.tap("watch")
    assert page.acts == [("watch", ""), ("watch", "")]
    assert not page.shown("over")


@quiet_players
def test_pictures_of_the_film_come_and_its_time_is_told(screens: Open) -> None:
    page = playing(screens)
    drawn = page.named("drawn")
    page.until(lambda: drawn.property("sourceSize").width() > 0 and len(colours(page, drawn)) > 5)
    page.until(lambda: "1 of 4 seconds" in page.words())


@quiet_players
def test_a_film_is_held_goes_on_and_begins_again(screens: Open) -> None:
    page = playing(screens)
    page.until(lambda: moment(page) > 0.8)
    page.tap("listen")
    page.stage.settle(0.2)
    held = moment(page)
    page.stage.settle(0.5)
    assert moment(page) == held > 0
    assert page.asked == ["busy", "free"]
    page.tap("listen")
    assert page.asked == ["busy", "free", "busy"]
    page.until(lambda: moment(page) > held)
    page.tap("again")
    page.until(lambda: 0 <= moment(page) < held)
    assert page.shown("stop")


@quiet_players
def test_a_film_is_silent_when_sound_is_off(screens: Open) -> None:
    page = playing(screens)
    film = page.of_type("Film")[0]
    assert film.property("volume") == 1
    page.voice.setProperty("filmGain", 0.25)
    assert film.property("volume") == pytest.approx(0.25)
    page.voice.setProperty("filmGain", 0.0)
    assert film.property("volume") == 0


@quiet_players
def test_a_film_can_be_stopped(screens: Open) -> None:
    page = playing(screens)
    page.tap("stop")
    assert page.asked == ["busy", "free"]
    assert SAID in page.words()


@quiet_players
def test_leaving_a_film_that_plays_lets_the_idle_clock_run_again(screens: Open) -> None:
    page = playing(screens)
    page.walk("next")
    assert page.asked == ["busy", "free"]


@quiet_players
def test_the_words_of_a_film_can_be_read_without_watching_it(screens: Open) -> None:
    page = screens(film="film.mp4")
    page.show()
    assert SAID in page.words()
    page.tap("read")
    assert FILM_SAYS in page.words() and SAID not in page.words()
    assert page.asked == []


@quiet_players
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("size", SIZES)
def test_a_film_with_large_letters_cuts_nothing_off(
    screens: Open, size: tuple[int, int], step: int, contrast: bool
) -> None:
    page = screens(size, film="film.mp4")
    page.enlarge(step, contrast=contrast)
    (page.art / "film.mp4").write_bytes(FILM.read_bytes())
    page.show()
    assert page.cut_off() == []
    page.tap("watch")
    page.until(lambda: bool(page.of_type("Film")))
    assert page.cut_off() == []
    picture, controls = page.box_of(page.of_type("Frame")[0]), page.box_of(page.of_type("Controls")[0])
    assert not picture.intersects(controls)
    assert controls.bottom() <= size[1]


def playing(screens: Open, size: tuple[int, int] = LANDSCAPE) -> Screens:
    page = screens(size, film="film.mp4")
    (page.art / "film.mp4").write_bytes(FILM.read_bytes())
    page.show()
    page.tap("watch")
    assert page.asked == ["busy"]
    page.until(lambda: bool(page.of_type("Film")))
    return page


def moment(page: Screens) -> float:
    """How far the film has come, seconds."""
    return float(page.of_type("Film")[0].property("position"))


def colours(page: Screens, item: QQuickItem) -> set[str]:
    """What can be seen of an item at a few points across its middle."""
    picture, box = page.window.grabWindow(), page.box_of(item)
    return {picture.pixelColor(int(box.left() + box.width() * n / 40), int(box.center().y())).name() for n in range(40)}


def say(page: Screens, *, begin: int = 0, end: int = 20) -> None:
    for name, value in {
        "key": "saw.ogg", "seconds": 12.0, "position": 3.4, "phraseStart": begin, "phraseEnd": end,
    }.items():  # fmt: skip
        page.voice.setProperty(name, value)
    page.stage.settle(0.05)


def scrolled(page: Screens) -> float:
    flick = next(one for one in page.every() if one.inherits("QQuickFlickable"))
    return float(flick.property("contentY"))
