"""A delegate at the real window: real taps on real screens, on a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from qml_items import every
from shell.stand import Later, Stand, middle
from small_venue import write_venue

from kiosk.app import open_library
from kiosk.content.library import Library
from kiosk.settings import Settings
from kiosk.visit import Phase, Preferences

pytestmark = pytest.mark.usefixtures("qapp")

HELLO = "Hello there. How nice that you came today. Do sit down."


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"), drawn=True)


@pytest.fixture(scope="module")
def library(settings: Settings) -> Library:
    return open_library(settings)


@pytest.fixture(scope="module")
def touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def stand(settings: Settings, library: Library, tmp_path: Path) -> Iterator[Stand]:
    made = Stand(settings, data=tmp_path, library=library)
    made.open_store()
    yield made
    made.close()
    assert made.said == []


@pytest.fixture
def board(stand: Stand) -> Stand:
    """A delegate in front of the voices."""
    stand.wake()
    stand.open("voices")
    return stand


def clip(stand: Stand, activity: str, action: str) -> str:
    view = stand.station.view()
    assert view is not None and view.activity == activity
    return str(next(one for one in view.actions if one.id == action).props["clip"]["sha"])


def lit(stand: Stand) -> str:
    return HELLO[stand.window.property("phraseStart") : stand.window.property("phraseEnd")]


def hear(stand: Stand, seconds: float) -> None:
    """The clip goes on for so long, and the window is brought up to date as its timer would."""
    stand.clock.now += seconds
    stand.bridge._speak()


# Waking


@pytest.mark.parametrize("by", ["mouse", "touch"])
@pytest.mark.parametrize("beneath", ["card-kitchen", "finish"])
def test_the_touch_that_wakes_it_presses_nothing_beneath(
    stand: Stand, touchscreen: QPointingDevice, by: str, beneath: str
) -> None:
    stand.wake()
    spot = middle(stand.item(beneath))
    stand.station.leave("finished")
    stand.bridge.show()
    stand.finger.wait_for(lambda: "Touch to begin" in stand.words(), "the attract picture")
    stand.item("invitation")
    before = len(stand.rows())
    if by == "touch":
        stand.touch(touchscreen, spot.x(), spot.y())
    else:
        stand.tap_at(spot.x(), spot.y())
    stand.finger.spin(50)
    assert stand.station.state.phase is Phase.HOME
    assert stand.verbs()[before:] == ["begin"]
    assert stand.station.state.preferences == Preferences()


def test_the_second_touch_opens_what_is_beneath(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    assert stand.verbs() == ["begin", "enter"]


# Still there?


def test_still_there_comes_after_the_idle_time_and_counts_twenty_seconds_down_visibly(stand: Stand) -> None:
    stand.wake()
    stand.after(59.5)
    assert "Still there?" not in stand.words()
    stand.after(0.5)
    stand.item("carryOn")
    assert "Still there?" in stand.words()
    for left in range(20, 0, -1):
        assert stand.window.property("stillThere") == left and str(left) in stand.words()
        stand.after(1.0)
    assert stand.station.state.phase is Phase.ATTRACT
    assert stand.verbs() == ["begin", "still-there", "end"]


@pytest.mark.parametrize("where", [(30, 30), (960, 900), (960, 300), (1880, 1040)])
def test_any_touch_carries_on_and_presses_nothing_beneath(
    stand: Stand, touchscreen: QPointingDevice, where: tuple[int, int]
) -> None:
    stand.wake()
    stand.after(60.0)
    stand.item("carryOn")
    stand.touch(touchscreen, *where)
    assert (stand.station.state.phase, stand.station.state.asked) == (Phase.HOME, None)
    assert stand.verbs() == ["begin", "still-there", "carry-on"]
    stand.finger.wait_for(lambda: "Still there?" not in stand.words(), "the end of the question")
    stand.after(59.5)
    assert stand.station.state.asked is None


def test_any_key_carries_on_and_does_nothing_else(stand: Stand) -> None:
    stand.wake()
    stand.item("finish").forceActiveFocus()
    stand.after(60.0)
    stand.item("carryOn")
    QTest.keyClick(stand.window, Qt.Key.Key_Return)
    assert (stand.station.state.phase, stand.station.state.asked) == (Phase.HOME, None)
    assert stand.verbs() == ["begin", "still-there", "carry-on"]


def test_finish_now_ends_the_visit(stand: Stand) -> None:
    stand.wake()
    stand.after(60.0)
    stand.finger.tap_object("finishNow")
    assert stand.station.state.phase is Phase.ATTRACT


def test_every_touch_starts_the_idle_time_anew(stand: Stand) -> None:
    stand.wake()
    for _ in range(3):
        stand.after(40.0)
        stand.tap_at(960, 20)
    assert stand.verbs() == ["begin"]


def test_nobody_is_asked_while_a_clip_plays(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    key = board.sound.playing
    for _ in range(30):
        board.after(5.0)
        board.sound.play(key)
    assert board.station.state.asked is None and board.station.state.phase is Phase.ACTIVITY
    board.after(6.0)
    assert board.sound.playing is None
    board.after(60.0)
    assert board.station.state.asked is not None


def test_nobody_is_asked_while_a_film_plays_and_a_film_ends_with_its_screen(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.window.busy.emit(True)
    stand.after(300.0)
    assert stand.station.state.asked is None
    stand.finger.tap_object("primary")
    assert stand.station.spot.screen == "part-2"
    stand.after(60.0)
    assert stand.station.state.asked is not None


# The end of a visit


def test_a_delegate_who_walks_away_leaves_no_trace_on_the_window(stand: Stand) -> None:
    stand.wake()
    fresh = stand.station.moment()
    first = stand.station.state.id
    for control in ("textSize", "contrast", "sound"):
        stand.finger.tap_object(control)
    assert stand.station.state.preferences == Preferences(1, True, False)
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.after(80.0)
    assert stand.station.state.phase is Phase.ATTRACT
    assert stand.window.property("moment")["preferences"] == {"text_step": 0, "contrast": False, "sound": True}
    assert stand.sound.state().kind == "ok"
    stand.wake()
    assert stand.station.moment() == fresh
    assert stand.station.state.id != first
    stand.open("walk")
    assert stand.station.spot.screen == "part-1"


def test_text_size_has_three_steps_and_comes_round(stand: Stand) -> None:
    stand.wake()
    seen = []
    for _ in range(4):
        seen.append(stand.window.property("moment")["preferences"]["text_step"])
        stand.finger.tap_object("textSize")
    assert seen == [0, 1, 2, 0]


def test_finish_leads_to_the_thank_you_and_that_to_the_attract_picture(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("finish")
    stand.item("done")
    assert "Thank you." in stand.words()
    stand.after(25.0)
    assert stand.station.state.phase is Phase.ATTRACT
    stand.wake()
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.station.state.phase is Phase.ATTRACT
    assert stand.verbs() == ["begin", "finish", "end"] * 2


def test_from_the_thank_you_one_more_thing_leads_home(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("finish")
    stand.finger.tap_object("backHome")
    assert stand.station.state.phase is Phase.HOME


def test_start_again_asks_first_and_then_clears_the_visit(stand: Stand) -> None:
    stand.wake()
    stand.finger.tap_object("startAgain")
    stand.finger.tap_object("keepGoing")
    assert stand.station.state.phase is Phase.HOME
    stand.open("walk")
    stand.finger.tap_object("again")
    stand.finger.tap_object("startAfresh")
    assert stand.station.state.phase is Phase.ATTRACT
    stand.finger.wait_for(lambda: "Start again?" not in stand.words(), "the end of the question")
    stand.wake()
    assert stand.verbs() == ["begin", "enter", "end", "begin"]


def test_home_keeps_the_place_and_an_activity_that_ended_opens_afresh(stand: Stand) -> None:
    stand.wake()
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("home")
    stand.open("walk")
    assert stand.station.spot.screen == "part-2"
    stand.finger.tap_object("primary")
    assert stand.station.state.phase is Phase.HOME
    stand.open("walk")
    assert stand.station.spot.screen == "part-1"
    stand.finger.tap_object("back")
    assert stand.station.state.phase is Phase.HOME


# Clips


def test_the_caption_moves_on_with_the_clip_and_so_does_the_mouth(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    key = clip(board, "voices", "hello")
    assert board.window.property("voiceKey") == key
    phrases, levels = [], set()
    for _ in range(20):
        phrases.append(lit(board))
        assert board.window.property("voicePosition") == pytest.approx(board.sound.position)
        assert board.window.property("loudness") == pytest.approx(board.sound.level(board.sound.position))
        levels.add(board.window.property("loudness") > 0.12)
        hear(board, 0.29)
    in_turn = list(dict.fromkeys(phrases))
    assert len(in_turn) > 1 and " ".join(one.strip() for one in in_turn) == HELLO
    assert levels == {True, False}


def test_the_face_that_speaks_is_found_and_opens_its_mouth(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    stand = Stand(replace(settings, reduced_motion=False), data=tmp_path, library=library)
    try:
        stand.open_store()
        stand.wake()
        stand.open("voices")
        ada = stand.station.moment()["view"]["props"]["leader"]["picture"]["sha"]
        assert set(stand.window.property("moment")["view"]["faces"]) == {f"{ada}/"}
        stand.finger.tap_object("clip-hello")
        faces = [one for one in every(stand.window.contentItem()) if one.property("openAbove") is not None]
        assert faces
        stand.window.setProperty("loudness", 0.9)
        stand.bridge._voice.stop()
        stand.finger.wait_for(lambda: any(face.property("mouthOpen") for face in faces), "an open mouth")
        stand.window.setProperty("loudness", 0.0)
        stand.finger.wait_for(lambda: not any(face.property("mouthOpen") for face in faces), "a closed mouth")
    finally:
        stand.close()


def test_a_clip_that_ends_is_recorded_as_heard_to_its_end(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    board.after(6.5)
    hear(board, 0.0)
    assert board.window.property("voiceKey") == ""
    assert board.window.property("loudness") == 0.0
    verb, activity, screen, detail = board.rows("verb, activity, screen, detail")[-1]
    assert (verb, activity, screen) == ("heard", "voices", "ada")
    assert '"complete":true' in detail and '"seconds":6.0' in detail


def test_a_second_tap_stops_the_clip_and_is_no_second_play(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.bridge.act("hello", "")
    assert board.sound.playing is None
    hear(board, 0.1)
    assert board.window.property("voiceKey") == ""
    assert [verb for verb in board.verbs() if verb == "play"] == ["play"]
    assert ("fade", 120) in board.device.heard


def test_another_clip_crossfades_from_the_first(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.device.heard.clear()
    board.bridge.act("bye", "")
    assert [what for what, _ in board.device.heard][:2] == ["fade", "start"]
    assert board.window.property("voiceKey") == clip(board, "voices", "bye")
    hear(board, 0.1)
    told = [detail for verb, detail in board.rows() if verb == "heard"]
    assert len(told) == 1 and '"complete":false' in told[0] and clip(board, "voices", "hello")[:12] in told[0]


def test_pause_holds_the_clip_and_go_on_carries_on_from_there(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.finger.tap_object("pause")
    hear(board, 30.0)
    assert (board.window.property("voicePaused"), board.sound.position) == (True, pytest.approx(1.0))
    board.finger.tap_object("pause")
    hear(board, 0.5)
    assert board.sound.position == pytest.approx(1.5)


def test_a_touch_on_another_face_makes_the_first_give_way_to_that_leader(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.device.heard.clear()
    board.bridge.act("to-ben", "")
    assert [what for what, _ in board.device.heard][:2] == ["fade", "start"]
    assert board.station.spot[-1] == "ben"
    first = board.library.decks["voices"].screens["ben"].actions[0].props["clip"]["sha"]
    assert board.window.property("voiceKey") == first


@pytest.mark.parametrize("way", ["home", "back", "start-again", "pause"])
def test_a_clip_stops_on_leaving_its_screen(board: Stand, way: str) -> None:
    board.finger.tap_object("clip-hello")
    match way:
        case "pause":
            board.bridge.pause()
        case _:
            board.window.ask.emit(way, "", "")
    assert board.sound.playing is None
    hear(board, 0.1)
    assert board.window.property("voiceKey") == ""


def test_what_was_heard_belongs_to_the_visit_in_which_it_was_heard(board: Stand) -> None:
    first = board.station.state.id
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.window.ask.emit("start-again", "", "")
    board.window.ask.emit("wake", "", "")
    assert board.station.state.id not in ("", first)
    board.after(0.5)
    told = board.rows("verb, visit, activity, screen")
    assert [row[1:] for row in told if row[0] == "heard"] == [(first, "voices", "ada")]


def test_a_clip_that_plays_when_the_kiosk_ends_is_recorded_too(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 2.0)
    board.bridge.stop()
    assert board.verbs()[-1] == "heard"


def test_sound_off_mutes_and_the_captions_go_on(board: Stand) -> None:
    board.finger.tap_object("sound")
    board.finger.tap_object("clip-hello")
    assert [gain for what, gain in board.device.heard if what == "gain"][-1] == 0.0
    first = lit(board)
    hear(board, 4.5)
    assert lit(board) not in ("", first)
    board.finger.tap_object("sound")
    assert [gain for what, gain in board.device.heard if what == "gain"][-1] > 0.0


def test_without_a_sound_card_the_captions_go_on(board: Stand) -> None:
    board.device.unplug()
    board.after(2.5)
    board.finger.tap_object("clip-hello")
    first = lit(board)
    assert first != ""
    hear(board, 4.5)
    assert lit(board) not in ("", first)
    assert board.sound.state().kind in ("lost", "no-device")


def test_a_sound_card_pulled_out_mid_clip_takes_no_caption_away(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    hear(board, 1.0)
    board.device.unplug()
    board.after(2.5)
    assert board.window.property("voiceKey") != ""
    hear(board, 1.0)
    assert lit(board) != ""
    board.after(6.0)
    assert [verb for verb in board.verbs() if verb == "heard"] == ["heard"]


# What comes late


def test_a_kiosk_is_used_before_its_recordings_are_open_and_nothing_is_lost(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    stand = Stand(settings, data=tmp_path, library=library)
    try:
        stand.wake()
        stand.open("walk")
        stand.open_store()
        stand.finger.tap_object("home")
        assert stand.verbs() == ["begin", "enter", "home"]
    finally:
        stand.close()


def test_faces_that_are_found_after_the_activity_was_left_are_not_drawn_elsewhere(
    settings: Settings, library: Library, tmp_path: Path
) -> None:
    later = Later()
    stand = Stand(settings, data=tmp_path, library=library, offload=later)
    try:
        stand.wake()
        stand.open("voices")
        assert stand.window.property("moment")["view"]["faces"] == {}
        stand.bridge.host_ends_visit()
        stand.wake()
        stand.open("walk")
        later.work()
        assert stand.window.property("moment")["view"]["faces"] == {}
    finally:
        stand.close()
