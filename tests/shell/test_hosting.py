"""What a host does in the menu, by real touches."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell.stand import PINS, Make, Stand, middle
from small_venue import replace_in, write_venue

from kiosk.host.menu import Stage
from kiosk.visit import Phase


def test_a_switch_now_ends_the_visit_and_stays_after_a_restart(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.open("walk")
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchNow")
    assert (stand.station.scenario, stand.phase()) == ("porch", Phase.ATTRACT)
    assert stand.stage() is Stage.OPEN
    assert stand.rows()[-2:] == [("host-switch", '{"scenario":"porch","when":"now"}'), ("end", '{"how":"host"}')]
    again = make()
    assert (again.station.scenario, again.desk.duty.room.on) == ("porch", "porch")
    again.wake()
    again.open("porch")


def test_a_switch_after_this_visit_waits_for_its_end(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchAfter")
    assert (stand.station.scenario, stand.phase()) == ("kitchen", Phase.HOME)
    assert "Next, after this visit" in stand.words()
    stand.finger.tap_object("toVisitors")
    stand.open("kitchen")
    stand.finger.tap_object("again")
    stand.finger.tap_object("startAfresh")
    assert (stand.station.scenario, stand.phase()) == ("porch", Phase.ATTRACT)


def test_a_switch_that_waited_has_happened_after_a_restart(make: Make) -> None:
    stand = make()
    stand.wake()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.finger.tap_object("switchAfter")
    assert make().station.scenario == "porch"


def test_with_nobody_visiting_one_touch_switches(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("scenario-porch")
    assert stand.station.scenario == "porch"
    stand.finger.tap_object("scenario-kitchen")
    assert stand.station.scenario == "kitchen"


def test_a_kept_choice_reaches_a_delegate_who_was_there_first_only_after_their_visit(make: Make) -> None:
    stand = make()
    stand.host()
    stand.finger.tap_object("scenario-porch")
    stand.close()
    late = make(opened=False)
    late.wake()
    late.open("kitchen")
    late.open_store()
    assert (late.station.scenario, late.station.state.activity) == ("kitchen", "kitchen")
    late.bridge.host_ends_visit()
    assert late.station.scenario == "porch"


def test_a_finger_that_is_down_while_the_menu_refreshes_does_not_lose_its_touch(stand: Stand) -> None:
    stand.host()
    spot = middle(stand.item("scenario-porch"))
    stand.press(spot.x(), spot.y())
    stand.after(0.75)
    stand.release(spot.x(), spot.y())
    assert stand.station.scenario == "porch"


def test_the_volume_is_heard_at_once_and_kept_over_a_restart(make: Make) -> None:
    stand = make()
    stand.after(0.25)
    stand.host()
    stand.finger.tap_object("tab-sound")
    stand.finger.tap_object("louder")
    stand.finger.tap_object("louder")
    assert "90" in stand.words()
    stand.finger.tap_object("soundTest")
    assert [what for what, _ in stand.device.heard][-1] == "tone"
    assert stand.device.heard[-1][1] == pytest.approx(0.81)
    assert stand.window.property("filmGain") == pytest.approx(0.81)
    assert [verb for verb in stand.verbs() if verb != "host-open"] == ["host-volume"] * 2 + ["host-sound-test"]
    again = make()
    again.after(0.25)
    again.sound.test()
    what, gain = again.device.heard[-1]
    assert what == "tone" and gain == pytest.approx(0.81)


def test_a_pause_ends_the_visit_and_shows_back_soon_until_a_host_opens_again(stand: Stand) -> None:
    stand.wake()
    stand.host()
    stand.finger.tap_object("pauseKiosk")
    assert (stand.phase(), stand.stage()) == (Phase.PAUSED, Stage.CLOSED)
    stand.finger.wait_for(lambda: "Back soon" in stand.words(), "the pause screen")
    stand.tap_at(960, 500)
    stand.after(300.0)
    assert stand.phase() is Phase.PAUSED
    stand.finger.tap_object("staff")
    stand.enter_pin(PINS["host"])
    assert "Open again" in stand.words()
    stand.finger.tap_object("pauseKiosk")
    assert stand.phase() is Phase.ATTRACT
    assert stand.verbs() == [
        "begin", "host-open", "host-pause", "end", "host-close", "host-open", "host-resume", "host-close",
    ]  # fmt: skip


def test_clearing_the_visit_leaves_the_menu_open_and_the_attract_picture_beneath(stand: Stand) -> None:
    stand.wake()
    stand.host()
    stand.finger.tap_object("clearVisit")
    assert (stand.phase(), stand.stage()) == (Phase.ATTRACT, Stage.OPEN)
    assert stand.verbs()[-2:] == ["host-start-again", "end"]


def test_words_that_a_host_puts_up_appear_on_the_wall_and_others_never(stand: Stand) -> None:
    stand.wake()
    for words in ("Ring first", "Something rude"):
        stand.open("wall")
        stand.bridge.act("own-words", "")
        stand.bridge.act("send", words)
        stand.bridge.act("finish", "")
    stand.host()
    stand.finger.tap_object("tab-notes")
    assert {"“Ring first”", "“Something rude”"} <= set(stand.words())
    stand.finger.tap_object("approve")
    stand.finger.tap_object("decline")
    assert "Nothing is waiting to be read." in stand.words()
    stand.finger.tap_object("toVisitors")
    stand.open("wall")
    stand.bridge.act("look", "")
    assert stand.window.property("moment")["view"]["live"]["pledge"] == ["Ring first"]
    stand.finger.wait_for(lambda: any("Ring first" in words for words in stand.words()), "the words on the wall")
    assert not any("rude" in words for words in stand.words())
    told = [detail for verb, detail in stand.rows() if verb in ("host-approve", "host-decline")]
    assert len(told) == 2 and not any("Ring" in detail or "rude" in detail for detail in told)


def test_leaving_needs_the_pin_of_it(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("leaveKiosk")
    stand.enter_pin(PINS["host"])
    assert stand.quits == [] and stand.stage() is Stage.IT_PIN
    stand.enter_pin(PINS["it"])
    assert stand.quits == ["leave"]
    assert stand.verbs() == ["host-open", "host-wrong-pin", "host-leave"]


def test_the_pin_of_it_does_not_open_the_menu(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.enter_pin(PINS["it"])
    assert stand.stage() is Stage.PIN


def test_restart_asks_for_a_restart_and_is_recorded(stand: Stand) -> None:
    stand.host()
    stand.finger.tap_object("restartApp")
    assert (stand.quits, stand.verbs()) == (["restart"], ["host-open", "host-restart"])


def test_what_nobody_touches_closes_by_itself(stand: Stand) -> None:
    stand.finger.key_f10()
    stand.after(44.5)
    assert stand.stage() is Stage.PIN
    stand.after(0.5)
    assert stand.stage() is Stage.CLOSED
    stand.host()
    stand.after(100.0)
    stand.finger.tap_object("tab-sound")
    stand.after(119.5)
    assert stand.stage() is Stage.OPEN
    stand.after(0.5)
    assert stand.stage() is Stage.CLOSED
    assert stand.rows()[-1] == ("host-close", '{"how":"idle"}')


def test_no_visit_idles_out_under_a_host(stand: Stand) -> None:
    stand.wake()
    stand.host()
    for _ in range(4):
        stand.after(60.0)
        stand.finger.tap_object("tab-sound")
    assert stand.phase() is Phase.HOME
    stand.finger.tap_object("toVisitors")
    stand.after(59.5)
    assert stand.station.state.asked is None


def test_the_menu_tells_how_the_sound_is(stand: Stand) -> None:
    stand.device.unplug()
    stand.after(2.5)
    stand.host()
    stand.after(1.0)
    assert "1 thing wants a look" in stand.words()
    assert any("unplugged" in words for words in stand.words())


def test_a_broken_activity_is_told_with_its_fault_and_the_rest_works(make: Make, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    stand = make(settings)
    stand.wake()
    assert "A walk in the rain" not in stand.words()
    stand.open("voices")
    stand.host()
    assert "1 thing wants a look" in stand.words()
    stand.finger.tap_object("tab-faults")
    assert any(words.startswith("walk/activity.yaml:") for words in stand.words())
