"""The rules of a visit, from the touch that wakes the station to the end. Times are handed in; no clock runs."""

from __future__ import annotations

import msgspec
import pytest

from kiosk import visit
from kiosk.content.deck import END, Action, Ask, Deck, Route, Screen
from kiosk.visit import Change, Phase, Preferences, Timing, Visit

TIMING = Timing(idle=60, countdown=20, thanks=25)


def survey(name: str, moment: str) -> Deck:
    ask = Ask(f"{moment}.sure", "one", ("1", "5"))
    answer = Action("five", "answer", "Five", ask=ask, routes=(Route("thanks"),))
    finish = Action("finish", "next", "Finish", routes=(Route(END),))
    screens = {
        "ask": Screen("ask", "scale", actions=(answer,)),
        "thanks": Screen("thanks", "thanks", actions=(finish,)),
    }
    return Deck(name, "survey", name, "ask", screens)


BEFORE, AFTER = survey("before", "before"), survey("after", "after")


def here(now: float = 0.0) -> Visit:
    return visit.wake(Visit(), "v1", now).state


def verbs(change: Change) -> list[str]:
    return [happening.verb for happening in change.happenings]


def answered() -> Visit:
    """Half way through the first survey, its answer given."""
    state = visit.open_activity(here(), BEFORE).state
    return visit.act(state, BEFORE, "five", "5").state


def test_the_first_touch_begins_a_visit_at_home_and_does_nothing_else() -> None:
    change = visit.wake(Visit(), "v1", 3.0)
    assert change.state == Visit(Phase.HOME, "v1", 3.0)
    assert (verbs(change), change.began, change.visit) == (["begin"], True, "v1")


def test_waking_takes_nothing_over_from_whatever_was_there() -> None:
    left = Visit(preferences=Preferences(2, True, False), done=("before",), answers={"before.sure": ("5",)})
    assert visit.wake(left, "v2", 3.0).state == Visit(Phase.HOME, "v2", 3.0)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.ATTRACT])
def test_a_station_that_is_awake_or_paused_is_not_woken_again(phase: Phase) -> None:
    state = Visit(phase, "v1" if phase is not Phase.PAUSED else "", 1.0)
    assert visit.wake(state, "v2", 9.0) == Change(state, visit=state.id)


def test_still_there_is_asked_only_after_the_idle_time_and_recorded_once() -> None:
    state = here(0.0)
    assert visit.tick(state, 59.9, TIMING, busy=False).state == state
    asked = visit.tick(state, 60.0, TIMING, busy=False)
    assert (asked.state.asked, verbs(asked)) == (60.0, ["still-there"])
    assert verbs(visit.tick(asked.state, 61.0, TIMING, busy=False)) == []


def test_the_countdown_is_of_at_least_twenty_seconds_and_every_second_is_shown() -> None:
    assert Timing().countdown >= 20
    state = visit.tick(here(), 60.0, TIMING, busy=False).state
    assert [visit.seconds_left(state, 60.0 + passed, TIMING) for passed in range(20)] == list(range(20, 0, -1))
    assert visit.seconds_left(state, 79.999, TIMING) == 1
    assert visit.seconds_left(here(), 79.0, TIMING) == 0


def test_any_touch_carries_on_and_starts_the_idle_time_anew() -> None:
    asked = visit.tick(answered(), 60.0, TIMING, busy=False).state
    touched = visit.touch(asked, 79.9)
    assert (touched.state.asked, touched.state.touched, verbs(touched)) == (None, 79.9, ["carry-on"])
    assert touched.state.walks == asked.walks
    assert visit.tick(touched.state, 139.8, TIMING, busy=False).state.asked is None


def test_a_touch_while_nothing_is_asked_records_nothing() -> None:
    assert visit.touch(here(), 5.0).happenings == ()
    assert visit.touch(Visit(), 5.0) == Change(Visit())


def test_nobody_is_asked_while_a_clip_or_film_plays_and_the_idle_time_starts_after_it() -> None:
    state = here(0.0)
    for now in (100.0, 500.0):
        state = visit.tick(state, now, TIMING, busy=True).state
        assert state.asked is None
    assert visit.tick(state, 559.9, TIMING, busy=False).state.asked is None
    assert visit.tick(state, 560.0, TIMING, busy=False).state.asked == 560.0


def test_a_question_that_is_up_goes_when_a_host_or_a_clip_keeps_the_station_busy() -> None:
    asked = visit.tick(here(), 60.0, TIMING, busy=False).state
    change = visit.tick(asked, 81.0, TIMING, busy=True)
    assert (change.state.asked, change.ended) == (None, "")


def test_a_delegate_who_walks_away_is_not_continued_by_the_next() -> None:
    mine = msgspec.structs.replace(answered(), preferences=Preferences(2, True, False), done=("walk",))
    asked = visit.tick(mine, 60.0, TIMING, busy=False).state
    gone = visit.tick(asked, 80.0, TIMING, busy=False)
    assert (gone.state, gone.ended, gone.visit) == (Visit(), "idle", "v1")
    assert [(one.verb, one.detail) for one in gone.happenings] == [("end", {"how": "idle"})]
    assert visit.wake(gone.state, "v2", 81.0).state == Visit(Phase.HOME, "v2", 81.0)


@pytest.mark.parametrize("how", ["finished", "idle", "started-again", "host"])
def test_however_a_visit_ends_nothing_of_it_stays(how: str) -> None:
    change = visit.leave(msgspec.structs.replace(answered(), preferences=Preferences(1, True, False)), how)
    assert (change.state, change.ended, change.visit) == (Visit(), how, "v1")
    assert change.happenings[0].detail == {"how": how}


def test_where_nobody_is_there_is_nobody_to_leave_and_a_pause_stays() -> None:
    assert visit.leave(Visit(), "idle") == Change(Visit())
    paused = visit.pause(Visit()).state
    assert visit.leave(paused, "idle").state.phase is Phase.PAUSED


def test_home_keeps_a_walk_and_opening_again_resumes_it() -> None:
    home = visit.home(answered())
    assert (home.state.phase, home.state.activity, verbs(home)) == (Phase.HOME, "", ["home"])
    again = visit.open_activity(home.state, BEFORE)
    assert (again.state.walks["before"].screen, verbs(again)) == ("thanks", ["resume"])


def test_an_activity_that_ended_is_done_leads_home_and_opens_afresh() -> None:
    ended = visit.act(answered(), BEFORE, "finish")
    assert (ended.state.phase, ended.state.activity, ended.state.done) == (Phase.HOME, "", ("before",))
    assert verbs(ended) == ["next", "complete"]
    again = visit.open_activity(ended.state, BEFORE)
    assert (again.state.walks["before"].screen, verbs(again)) == ("ask", ["enter"])
    twice = visit.act(visit.act(again.state, BEFORE, "five", "1").state, BEFORE, "finish")
    assert twice.state.done == ("before",)


def test_answers_are_carried_from_the_before_survey_into_the_after_survey() -> None:
    state = visit.open_activity(visit.act(answered(), BEFORE, "finish").state, AFTER).state
    assert state.walks["after"].answers == {"before.sure": ("5",)}


def test_answers_given_meanwhile_reach_a_walk_that_is_resumed() -> None:
    state = visit.home(visit.open_activity(here(), AFTER).state).state
    state = visit.act(visit.open_activity(state, BEFORE).state, BEFORE, "five", "1").state
    state = visit.open_activity(visit.home(state).state, AFTER).state
    assert state.walks["after"].answers == {"before.sure": ("1",)}


def test_a_walk_that_no_longer_fits_its_deck_begins_afresh() -> None:
    state = visit.home(answered()).state
    other = msgspec.structs.replace(BEFORE, screens={"ask": BEFORE.screens["ask"]})
    assert visit.open_activity(state, other).state.walks["before"].screen == "ask"


def test_back_goes_one_screen_back_and_from_the_first_screen_home() -> None:
    once = visit.back(answered(), BEFORE)
    assert (once.state.walks["before"].screen, verbs(once)) == ("ask", ["back"])
    twice = visit.back(once.state, BEFORE)
    assert (twice.state.phase, verbs(twice)) == (Phase.HOME, ["home"])


def test_what_is_not_on_offer_changes_and_records_nothing() -> None:
    state = visit.open_activity(here(), BEFORE).state
    for action, answer in (("finish", ""), ("five", "7"), ("nothing", "")):
        assert visit.act(state, BEFORE, action, answer) == Change(state, visit="v1")


def test_finish_shows_the_thank_you_which_ends_the_visit_by_itself() -> None:
    change = visit.finish(answered(), 100.0)
    assert (change.state.phase, change.state.activity, verbs(change)) == (Phase.FINISH, "", ["finish"])
    assert visit.tick(change.state, 124.9, TIMING, busy=False).state.phase is Phase.FINISH
    gone = visit.tick(change.state, 125.0, TIMING, busy=False)
    assert (gone.state, gone.ended) == (Visit(), "finished")


def test_from_the_thank_you_one_more_thing_can_be_done() -> None:
    state = visit.finish(here(), 10.0).state
    assert visit.home(state).state.phase is Phase.HOME


def test_a_pause_ends_the_visit_and_only_unpausing_opens_again() -> None:
    change = visit.pause(answered())
    assert (change.state, change.ended, change.visit) == (Visit(Phase.PAUSED), "host", "v1")
    assert visit.touch(change.state, 1.0).state == change.state
    assert visit.tick(change.state, 9e9, TIMING, busy=False).state == change.state
    assert visit.unpause(change.state).state == Visit()
    assert visit.unpause(here()).state == here()


def test_a_preference_is_the_visits_own_and_nobody_elses() -> None:
    changed = visit.prefer(here(), Preferences(text_step=2))
    assert changed.state.preferences.text_step == 2
    assert changed.happenings[0].detail == {"text_step": 2, "contrast": False, "sound": True, "language": "en"}
    assert visit.prefer(Visit(), Preferences(text_step=2)) == Change(Visit())


@pytest.mark.parametrize("phase", [Phase.ATTRACT, Phase.FINISH, Phase.PAUSED])
def test_an_activity_opens_only_from_home_or_from_another(phase: Phase) -> None:
    state = Visit(phase, "v1" if phase is Phase.FINISH else "")
    assert visit.open_activity(state, BEFORE).state == state
    assert visit.act(state, BEFORE, "five", "5").state == state
    assert visit.back(state, BEFORE).state == state
