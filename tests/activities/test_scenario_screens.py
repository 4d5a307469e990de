"""The six screens of a scenario, drawn from its real decks and touched as a delegate touches them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtQml import QJSValue, QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from qml_items import every, of_type
from shell.gallery.stage import ROOT, Stage

from kiosk import player
from kiosk.activities import kinds
from kiosk.before import shown
from kiosk.content.deck import Deck
from kiosk.content.library import Library, load
from kiosk.player import State
from kiosk.shell.faces import faces_in
from kiosk.store import Before
from kiosk.store.walks import Walks

pytestmark = pytest.mark.usefixtures("qapp")

CONTENT = ROOT / "content"
SCREENS = ROOT / "kiosk" / "activities" / "scenario"
LANDSCAPE, PORTRAIT = (1920, 940), (1080, 1650)
# A page whose rail has no primary button in portrait.
TALL = (1080, 1780)
ENDS = {"doreen": "loose-ends", "ten-minutes": "wall-first"}


@cache
def library() -> Library:
    return load(zones=ROOT / "zones.yaml", content=CONTENT, kinds=lambda: kinds(), cache=None)


@cache
def faces(activity: str) -> dict[str, list[float]]:
    return faces_in(library().decks[activity].media, CONTENT)


def looked(deck: Deck, *, notice: int) -> State:
    state = player.start(deck).state
    for action in [one for one in player.offers(deck, state) if one.verb == "notice"][:notice]:
        state = player.step(deck, state, action.id).state
    return state


def walked(deck: Deck, screen: str, *, notice: int = 6) -> State:
    """Some walk to a screen, the same one each time."""
    for seed in range(4000):
        dice = random.Random(seed)
        state = looked(deck, notice=notice)
        for _ in range(60):
            if state.screen == screen:
                return state
            onward = [one for one in player.offers(deck, state) if one.verb not in ("notice", "again")]
            state = player.step(deck, state, dice.choice(onward).id).state
            if state.ended:
                break
    raise AssertionError(f"no walk leads to {screen}")


def view(activity: str, state: State, before: Before | None = None) -> dict[str, Any]:
    """As the shell hands it over: plain JSON, with the faces and those before."""
    deck = library().decks[activity]
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(player.view(deck, state)))
    others = {**shown(before or Before(), deck), "path": list(state.path)}
    return {**plain, "activity_kind": "scenario", "title": deck.title, "faces": faces(activity), "before": others}


@cache
def those_before(activity: str, visits: int) -> Before:
    """What so many visits did, each by its own chance."""
    deck, walks = library().decks[activity], Walks()
    for number in range(visits):
        dice, step = random.Random(number), player.start(deck)
        told = list(step.records)
        while not step.state.ended:
            onward = [one for one in player.offers(deck, step.state) if one.verb != "again"]
            step = player.step(deck, step.state, dice.choice(onward).id)
            told += step.records
        for one in told:
            walks.take(str(number), activity, one.screen, one.verb, one.detail)
        walks.take(str(number), "", "", "end", {})
    return walks.before(activity)


class Page:
    """One screen in a window, and what it asked for."""

    def __init__(
        self, stage: Stage, activity: str, state: State, size: tuple[int, int], before: Before | None = None
    ) -> None:
        self.stage, self.activity, self.state = stage, activity, state
        stage.theme.setProperty("zoneName", "coral")
        stage.theme.setProperty("portrait", size[1] > size[0])
        shown = view(activity, state, before)
        holder = QQmlComponent(stage.engine)
        holder.setData(f'import "{(ROOT / "kiosk/shell/ui").as_uri()}"\nVoice {{}}'.encode(), QUrl())
        self.voice = holder.create()
        self.voice.setParent(stage.engine)
        component = QQmlComponent(stage.engine, QUrl.fromLocalFile(str(SCREENS / f"{shown['kind'].capitalize()}.qml")))
        item = component.createWithInitialProperties({"view": shown, "voice": self.voice})
        assert isinstance(item, QQuickItem), component.errorString()
        loose: Any = item
        self.item = loose
        self.acts: list[str] = []
        loose.act.connect(lambda action, _answer: self.acts.append(action))
        self.window = stage.window = QQuickWindow()
        self.window.resize(*size)
        item.setParent(self.window)
        item.setParentItem(self.window.contentItem())
        item.setWidth(size[0])
        item.setHeight(size[1])
        self.window.show()
        stage.settle(0.2)

    def named(self, name: str) -> QQuickItem:
        found = next((one for one in every(self.item) if one.objectName() == name), None)
        assert found is not None, name
        return found

    def tap(self, name: str) -> None:
        item = self.named(name)
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        click(self.window, spot)

    def take(self, action: str) -> None:
        """The action is taken and the same screen is drawn anew, as the shell does it."""
        self.state = player.step(library().decks[self.activity], self.state, action).state
        self.item.setProperty("view", view(self.activity, self.state))
        self.stage.settle(0.05)

    def at(self, x: float, y: float) -> QPoint:
        """Where a point of the room picture is on the page."""
        room = of_type(self.item, "LookRoom")[0]
        zoom, above = room.property("zoom"), room.property("above")
        return QPoint(round(room.x() + x * zoom - room.property("contentX")), round(room.y() + (y - above) * zoom))


def click(window: QQuickWindow, spot: QPoint) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def plain(value: Any) -> Any:
    """A JavaScript value as Python's."""
    return value.toVariant() if isinstance(value, QJSValue) else value


def box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    art = tmp_path / "art"
    art.mkdir()
    for activity in (*ENDS, "perfect-week"):
        for one in library().decks[activity].media.values():
            link = art / one.sha256
            if one.kind == "picture" and not link.exists():
                link.write_bytes((CONTENT / one.path).read_bytes())
    made = Stage(art=art, cache=tmp_path / "cache")
    made.theme.setProperty("reducedMotion", True)
    for name in ("textStep", "highContrast", "portrait"):
        made.theme.setProperty(name, 0)
    yield made
    made.close()
    assert made.warnings == []
    assert made.faults == []


def look(stage: Stage, size: tuple[int, int], *, activity: str = "doreen", notice: int = 0) -> Page:
    deck = library().decks[activity]
    return Page(stage, activity, looked(deck, notice=notice), size)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_touching_a_thing_notices_it(stage: Stage, size: tuple[int, int]) -> None:
    page = look(stage, size)
    page.tap("spot-tapestries")
    assert page.acts == ["tapestries"]


def test_the_whole_touch_box_notices_a_thing_not_only_its_sign(stage: Stage) -> None:
    page = look(stage, LANDSCAPE)
    click(page.window, page.at(980, 90))
    assert page.acts == ["tapestries"]


def test_a_thing_already_noticed_opens_again_without_being_noticed_twice(stage: Stage) -> None:
    page = look(stage, LANDSCAPE, notice=1)
    page.tap("spot-tapestries")
    assert page.acts == []
    assert page.item.property("open") == "tapestries"


def test_a_note_stays_until_it_is_kept_in_mind(stage: Stage) -> None:
    page = look(stage, LANDSCAPE)
    page.tap("spot-photos")
    page.take("photos")
    assert page.named("note").isVisible()
    page.tap("keep")
    assert not any(one.objectName() == "note" for one in every(page.item))


def test_noticing_a_thing_leaves_a_keyboard_user_where_they_are(stage: Stage) -> None:
    page = look(stage, LANDSCAPE)
    page.named("spot-photos").forceActiveFocus()
    page.take("photos")
    assert page.named("spot-photos").hasActiveFocus()
    assert page.named("spot-photos").property("found")


@pytest.mark.parametrize("activity", ENDS)
def test_every_sign_can_be_reached_on_the_wide_screen(stage: Stage, activity: str) -> None:
    page = look(stage, LANDSCAPE, activity=activity)
    signs = [one for one in every(page.item) if one.objectName().startswith("spot-")]
    assert len(signs) == len([one for one in plain(page.item.property("view"))["actions"] if one["verb"] == "notice"])
    whole = QRectF(0, 0, *LANDSCAPE)
    for sign in signs:
        assert whole.contains(box(sign).center()), sign.objectName()
        page.item.setProperty("open", "")
        page.acts.clear()
        click(page.window, box(sign).center().toPoint())
        assert page.acts == [sign.objectName().removeprefix("spot-")]


@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("activity", ENDS)
def test_in_portrait_a_note_never_lies_on_the_face(stage: Stage, activity: str, step: int) -> None:
    stage.theme.setProperty("textStep", step)
    page = look(stage, PORTRAIT, activity=activity, notice=16)
    for thing in plain(page.item.property("things")):
        page.item.setProperty("open", thing["id"])
        stage.settle(0.02)
        face = page.item.property("faceBox")
        assert face.width() > 0
        assert QRectF(0, 0, *PORTRAIT).contains(face.center())
        assert not box(page.named("note")).intersects(face), thing["id"]


def test_in_portrait_looking_right_and_left_moves_the_window(stage: Stage) -> None:
    page = look(stage, PORTRAIT)
    room = of_type(page.item, "LookRoom")[0]
    before = room.property("contentX")
    page.tap("lookRight")
    stage.settle(0.05)
    assert room.property("contentX") > before
    page.tap("lookLeft")
    stage.settle(0.05)
    assert room.property("contentX") == pytest.approx(before, abs=1)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_an_empty_slot_points_at_its_thing(stage: Stage, size: tuple[int, int]) -> None:
    page = look(stage, size)
    page.item.pick("empty-chair")
    stage.settle(0.05)
    sign = page.named("spot-empty-chair")
    assert sign.hasActiveFocus()
    assert QRectF(0, 0, *size).contains(box(sign).center())
    assert page.acts == []


def test_the_way_on_is_quiet_while_a_note_is_open(stage: Stage) -> None:
    page = look(stage, LANDSCAPE)
    assert page.item.property("primaryQuiet") is False
    page.tap("spot-photos")
    assert page.item.property("primaryQuiet") is True
    page.tap("keep")
    assert page.item.property("primaryQuiet") is False


def test_what_was_noticed_lies_side_by_side_and_large_enough_to_know(stage: Stage) -> None:
    page = Page(stage, "doreen", walked(library().decks["doreen"], "hello", notice=16), TALL)
    tray = of_type(page.item, "SlideTray")[0]
    slots = [one for one in every(tray) if one.property("modelData") is not None]
    assert len(slots) >= 4
    assert all(slot.width() >= 72 for slot in slots)
    ends = [(box(slot).left(), box(slot).right()) for slot in slots]
    assert all(before[1] < after[0] for before, after in pairwise(ends))


def test_no_two_signs_of_a_room_stand_on_each_other(stage: Stage) -> None:
    """Each is at least a finger's width from the next."""
    for activity in ENDS:
        page = look(stage, LANDSCAPE, activity=activity)
        spots = [box(one).center() for one in every(page.item) if one.objectName().startswith("spot-")]
        for index, one in enumerate(spots):
            for other in spots[index + 1 :]:
                assert QPointF(one - other).manhattanLength() >= 100, activity


def test_two_rings_at_most_at_once(stage: Stage) -> None:
    page = look(stage, LANDSCAPE)
    page.item.pick("radio")
    ringing = [one for one in every(page.item) if one.objectName().startswith("spot-") and one.property("ringing")]
    assert 1 <= len(ringing) <= 2


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_choice_tapped_twice_is_made_once(stage: Stage, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = Page(stage, "doreen", walked(library().decks["doreen"], "hello"), size)
    page.tap("say-forget-fall")
    page.tap("say-forget-fall")
    page.tap("say-start-form")
    qtbot.waitUntil(lambda: page.acts != [], timeout=3000)
    stage.settle(0.4)
    assert page.acts == ["forget-fall"]


FIVE = [
    "Roughly how much do you owe them all? I’ll put it in your notes.",
    "You’re not the only one, believe me. Try not to lie there worrying.",
    "See the purple poster, the house and the coins? It’s Tuesday.",
    "I’m writing it on my pad. “One envelope a day. With company.”",
    "Who could you bear to open them with, if it were only one?",
]
SAID = "There’s four of them now, and they come on a Tuesday, and I’ve put them in the bag with the others. So."


@pytest.mark.parametrize("size", [LANDSCAPE, TALL])
@pytest.mark.parametrize(("activity", "screen"), [("doreen", "hello"), ("ten-minutes", "greeting")])
def test_five_choices_of_two_lines_stand_on_one_page(
    stage: Stage, activity: str, screen: str, size: tuple[int, int]
) -> None:
    state = walked(library().decks[activity], screen)
    page = Page(stage, activity, state, size)
    shown = view(activity, state)
    say = next(one for one in shown["actions"] if one["verb"] == "say")
    shown["actions"] = [{**say, "id": f"way-{n}", "label": label} for n, label in enumerate(FIVE)]
    shown["slots"]["says"][0]["text"] = SAID
    page.item.setProperty("view", shown)
    stage.settle(0.1)
    column = of_type(page.item, "Scroller")[0]
    assert [box(page.named(f"say-way-{n}")).bottom() <= size[1] for n in range(5)] == [True] * 5
    assert column.property("overflowing") is False


@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_answers_are_as_high_as_they_are_reckoned(stage: Stage, size: tuple[int, int], step: int) -> None:
    stage.theme.setProperty("textStep", step)
    for screen in ("hello", "fall", "people"):
        page = Page(stage, "doreen", walked(library().decks["doreen"], screen, notice=16), size)
        column = of_type(page.item, "Scroller")[0]
        reckoned = plain(page.item.property("fit"))["answers"]
        assert column.property("contentHeight") == pytest.approx(reckoned, abs=12), screen
        page.window.close()
        drop(page.item)


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_what_is_said_is_never_smaller_than_what_can_be_answered(
    stage: Stage, size: tuple[int, int], contrast: bool
) -> None:
    stage.theme.setProperty("textStep", 2)
    stage.theme.setProperty("highContrast", contrast)
    for activity, screens in (("perfect-week", ("doorstep", "hall", "letter")), ("ten-minutes", ("mends", "bag"))):
        for screen in screens:
            page = Page(stage, activity, walked(library().decks[activity], screen), size)
            fit = plain(page.item.property("fit"))
            assert fit["speech"] >= fit["answer"]["size"], screen
            page.window.close()
            drop(page.item)


def test_who_says_it_stands_inside_the_card(stage: Stage) -> None:
    page = Page(stage, "perfect-week", walked(library().decks["perfect-week"], "chest"), LANDSCAPE)
    cards = [one for one in every(page.item) if one.objectName().startswith("say-")]
    assert len({card.property("who") for card in cards} & {"Dr Osei", "Kit"}) == 2
    for card in cards:
        names = [one for one in every(card) if one.property("text") == card.property("who")]
        assert names
        assert box(card).contains(box(names[-1]))


def test_the_mouth_follows_only_the_speakers_own_clip(stage: Stage) -> None:
    page = Page(stage, "doreen", walked(library().decks["doreen"], "hello"), LANDSCAPE)
    scene = of_type(page.item, "Scene")[0]
    said = plain(page.item.property("said"))
    page.voice.setProperty("key", "another")
    assert scene.property("speaking") is False
    page.voice.setProperty("key", said["clip"]["sha"])
    assert scene.property("speaking") is True
    page.voice.setProperty("paused", True)
    assert scene.property("speaking") is False


def test_the_clock_says_the_minutes_that_are_left(stage: Stage) -> None:
    deck = library().decks["ten-minutes"]
    state = walked(deck, "greeting")
    page = Page(stage, "ten-minutes", state, LANDSCAPE)
    dial = of_type(page.item, "Dial")[0]
    assert dial.property("number") == "10"
    page.item.setProperty("view", {**view("ten-minutes", state), "tallies": {"minutes": 4, "turns": 3}})
    assert dial.property("number") == "6"


@pytest.mark.parametrize("screen", ["greeting", "wall", "night"])
def test_beside_the_clock_two_answers_are_whole_in_the_largest_letters(stage: Stage, screen: str) -> None:
    stage.theme.setProperty("textStep", 2)
    stage.theme.setProperty("highContrast", True)
    page = Page(stage, "ten-minutes", walked(library().decks["ten-minutes"], screen), LANDSCAPE)
    stage.settle(0.2)
    column = of_type(page.item, "Scroller")[0]
    end = column.mapToScene(QPointF(0, column.property("seen") - column.property("lostBelow"))).y()
    answers = of_type(column, "SayChoice")
    whole = [one for one in answers if one.mapToScene(QPointF(0, one.height())).y() <= end + 1]
    assert len(whole) >= 2


@pytest.mark.parametrize("screen", ["said", "noticed"])
def test_what_there_was_is_a_touch_away_at_the_end(stage: Stage, screen: str) -> None:
    page = Page(stage, "doreen", walked(library().decks["doreen"], "loose-ends-reflect"), LANDSCAPE)
    page.tap(f"tab-{screen}")
    assert page.item.property("page") == screen
    page.tap("another")
    assert page.acts == ["again"]


def test_the_hours_of_both_roads_are_drawn_to_one_scale(stage: Stage) -> None:
    state = walked(library().decks["doreen"], "loose-ends-roads")
    page = Page(stage, "doreen", state, LANDSCAPE)
    shown = view("doreen", state)
    shown["props"]["usual"]["hours"], shown["props"]["different"]["hours"] = 60, 15
    page.item.setProperty("view", shown)
    stage.settle(0.05)
    usual, different = [one.width() for one in every(page.item) if one.objectName() == "hours"]
    assert usual == pytest.approx(4 * different)


def test_both_roads_say_what_they_cost_how_far_they_are_and_how_it_feels(stage: Stage) -> None:
    state = walked(library().decks["doreen"], "loose-ends-roads")
    page = Page(stage, "doreen", state, LANDSCAPE)
    words = [one.property("text") for one in every(page.item) if one.inherits("QQuickText") and one.isVisible()]
    for road in ("usual", "different"):
        props = view("doreen", state)["props"][road]
        told = (f"{props['hours']} hours, £{props['pounds']}", props["miles_text"], f"“{props['feels']}”")
        assert [text for text in told if text not in words] == []


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_both_roads_stand_on_one_page(stage: Stage, size: tuple[int, int]) -> None:
    for activity, end in ENDS.items():
        page = Page(stage, activity, walked(library().decks[activity], f"{end}-roads"), size)
        assert of_type(page.item, "Scroller")[0].property("overflowing") is False, activity
        page.window.close()
        drop(page.item)


def overrun(item: QQuickItem) -> list[str]:
    """Words that are cut, or wider than their place."""
    told = []
    for one in every(item):
        words = one.property("text")
        if not one.inherits("QQuickText") or not words:
            continue
        if one.property("truncated") or one.property("contentWidth") > one.width() + 2:
            told.append(f"{words} ({one.property('contentWidth')} > {one.width()})")
    return told


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("activity", ENDS)
def test_the_largest_words_are_never_cut(stage: Stage, activity: str, size: tuple[int, int], contrast: bool) -> None:
    stage.theme.setProperty("textStep", 2)
    stage.theme.setProperty("highContrast", contrast)
    deck, end = library().decks[activity], ENDS[activity]
    first = player.step(deck, looked(deck, notice=0), "talk").state.screen
    for screen in ("look", first, end, f"{end}-roads", f"{end}-ways", f"{end}-reflect"):
        page = Page(stage, activity, walked(deck, screen), size, those_before(activity, 30))
        assert overrun(page.item) == [], screen
        page.window.close()
        drop(page.item)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("step", [0, 2])
def test_words_of_a_column_stay_above_the_rail(stage: Stage, size: tuple[int, int], step: int) -> None:
    """Whatever is longer scrolls: no scroller reaches beyond the page, and each shows at least a line or two."""
    stage.theme.setProperty("textStep", step)
    for activity, end in ENDS.items():
        deck = library().decks[activity]
        turns = [name for name, screen in deck.screens.items() if screen.kind == "talk"]
        for screen in (*turns[:3], end, f"{end}-roads", f"{end}-ways", f"{end}-reflect"):
            page = Page(stage, activity, walked(deck, screen, notice=16), size, those_before(activity, 30))
            for one in of_type(page.item, "Scroller"):
                assert box(one).bottom() <= size[1] + 1, screen
                assert one.height() >= 100, screen
            page.window.close()
            drop(page.item)


def drop(item: QObject) -> None:
    """Let go of a page now, so that twenty of them don't stand in memory."""
    item.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
