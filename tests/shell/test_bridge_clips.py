"""Clips at the real window: captions, mouths, and what is recorded of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtQml import QQmlExpression, qmlContext
from qml_items import every
from shell.stand import Make, Stand

from kiosk.content.library import Library
from kiosk.settings import Settings
from kiosk.visit import Phase

HELLO = "Hello there. How nice that you came today. Do sit down."


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


def film_gain(stand: Stand) -> float:
    """What a film on the page may be as loud as."""
    context = qmlContext(stand.window)
    assert context is not None
    answer: Any = QQmlExpression(context, stand.window, "pages.voice.filmGain").evaluate()
    return float(answer[0] if isinstance(answer, tuple) else answer)


def hear(stand: Stand, seconds: float) -> None:
    """The clip goes on for so long, and the window is brought up to date as its timer would."""
    stand.clock.now += seconds
    stand.bridge._speak()


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


def test_the_face_that_speaks_is_found_and_opens_its_mouth(make: Make, settings: Settings, library: Library) -> None:
    stand = make(replace(settings, reduced_motion=False), library=library)
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
    assert board.window.property("voicePaused") is True
    assert board.sound.position == pytest.approx(1.0)
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


def test_sound_off_silences_films_too(board: Stand) -> None:
    assert film_gain(board) == board.window.property("filmGain") > 0
    board.finger.tap_object("sound")
    assert film_gain(board) == 0


def test_a_clip_that_is_held_does_not_keep_the_screen_for_ever(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    board.after(2.0)
    board.window.ask.emit("hold-clip", "", "")
    board.after(60.0)
    assert board.station.state.asked is not None


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


def test_nobody_is_asked_while_a_clip_plays(board: Stand) -> None:
    board.finger.tap_object("clip-hello")
    key = clip(board, "voices", "hello")
    for _ in range(30):
        board.after(5.0)
        board.sound.play(key)
    assert board.station.state.asked is None and board.phase() is Phase.ACTIVITY
    board.after(6.0)
    assert board.sound.playing is None
    board.after(60.0)
    assert board.station.state.asked is not None
