"""What an author sees while writing: real files, the real shell, everything anew at every save."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QFileSystemWatcher
from pytestqt.qtbot import QtBot
from shell.preview_stage import PATIENCE_MS, Author
from shell.stand import Later
from small_venue import replace_in, write_venue

from kiosk.commands.examining import Examination, examine
from kiosk.settings import Settings
from kiosk.shell.preview.watching import Watch

SAYS = "says: Who are you?"


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path, drawn=True)


@pytest.fixture
def author(venue: Settings, qtbot: QtBot) -> Iterator[Author]:
    made = Author(venue, qtbot)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- saving -----------------------------------------------------------------------------------------------------------


def test_it_begins_with_the_first_screen_and_no_faults(author: Author) -> None:
    assert author.walk.screen == "look"
    assert author.shows["heading"] == "No faults"
    assert author.shows["told"].startswith("Read at 14:02:11, in ")
    assert re.fullmatch(rf"{author.screens} screens, \d+ ways on, 2 endings", author.shows["counts"])


def test_what_is_saved_is_on_the_stage_where_the_walk_stood(author: Author) -> None:
    author.goes_to("hello")
    author.saves(SAYS, "says: Oh, it's you.")
    assert author.walk.screen == "hello"
    assert author.hears == "Oh, it's you."
    assert author.shows["told"].startswith("Read again at 14:02:11 when you saved, in ")


def test_an_editor_that_puts_another_file_in_its_place_is_followed_every_time(author: Author) -> None:
    author.goes_to("hello")
    for number in range(3):
        author.replaces("says: Who are you?" if not number else f"says: Take {number}.", f"says: Take {number + 1}.")
        assert author.hears == f"Take {number + 1}."


def test_a_half_written_file_leaves_what_was_last_whole_and_says_so(author: Author) -> None:
    author.goes_to("hello")
    whole = author.file.read_text("utf-8")
    author.writes(author.file, whole[: whole.index(SAYS) + 9])
    assert author.hears == "Who are you?"
    assert author.shows["stale"] == "Not whole just now: this is how it was at 14:02:11."
    assert author.shows["faults"][0]["tone"] == "stops"
    author.writes(author.file, "")
    assert author.shows["heading"] == "1 fault stops the show"
    author.writes(author.file, whole)
    assert author.shows["stale"] == "" and author.shows["heading"] == "No faults"
    assert author.walk.screen == "hello"


def test_a_file_that_is_gone_for_a_moment_is_a_fault_and_no_more(author: Author) -> None:
    text = author.file.read_text("utf-8")
    with author.qtbot.waitSignal(author.desk.preview.shown, timeout=PATIENCE_MS):
        author.file.unlink()
    assert author.shows["faults"][0]["where"] == "activity.yaml:1"
    author.writes(author.file, text)
    assert author.shows["heading"] == "No faults"


def test_a_screen_that_was_taken_away_leaves_the_walk_where_it_still_leads(author: Author) -> None:
    author.goes_to("fine")
    text = author.file.read_text("utf-8")
    author.writes(author.file, text.replace("id: fine\n", "id: well\n").replace("goto: fine", "goto: well"))
    assert author.walk.screen == "well"
    assert author.shows["heading"] == "No faults"
    assert [one["name"] for one in author.shows["graph"]["pills"] if one["here"]] == ["well"]


def test_a_picture_that_changes_is_read_again(author: Author) -> None:
    with author.qtbot.waitSignal(author.desk.preview.shown, timeout=PATIENCE_MS):
        (author.folder / "card.png").unlink()
    assert "card.png" in author.shows["faults"][0]["what"]


def test_the_look_follows_its_file_too(author: Author) -> None:
    theme = author.settings.content / "theme.yaml"
    with author.qtbot.waitSignal(author.desk.preview.shown, timeout=PATIENCE_MS):
        replace_in(theme, 'ink: "#16242E"', 'ink: "#102030"')
    assert author.tokens["palette"]["ink"] == "#102030"
    with author.qtbot.waitSignal(author.desk.preview.shown, timeout=PATIENCE_MS):
        replace_in(theme, 'ink: "#102030"', "ink: blue")
    assert author.shows["faults"][0]["where"].startswith("theme.yaml:")
    assert author.tokens["palette"]["ink"] == "#102030"


def test_what_changes_while_it_is_read_is_read_once_more(venue: Settings, qtbot: QtBot) -> None:
    later = Later()
    author = Author(venue, qtbot, offload=later)
    author.desk.preview.reread()
    author.desk.preview.reread()
    later.work()
    assert author.shows["told"].startswith("Read again")
    assert author.examinations == 1
    author.close()


def test_a_folder_that_tells_is_followed_through_every_way_of_saving(venue: Settings, qtbot: QtBot) -> None:
    folder, theme = venue.content / "kitchen", venue.content / "theme.yaml"
    file, fresh = folder / "activity.yaml", folder / "fresh~"
    watch = Watch(folder, [theme], look_ms=3_600_000)

    def over(target: Path) -> None:
        fresh.write_text(f"{target.read_text('utf-8')}\n# another\n", "utf-8")
        fresh.replace(target)

    for change in (
        lambda: replace_in(file, SAYS, "says: Once."),
        lambda: over(file),
        lambda: over(file),
        lambda: replace_in(file, "says: Once.", "says: Twice."),
        lambda: (folder / "new.svg").write_text("<svg/>", "utf-8"),
        lambda: (folder / "new.svg").unlink(),
        lambda: over(theme),
        lambda: over(theme),
    ):
        with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
            change()
    (folder / ".activity.yaml.swp").write_text("what an editor keeps", "utf-8")
    with qtbot.assertNotEmitted(watch.changed):
        watch.look()


def test_a_folder_that_tells_nothing_is_looked_at_all_the_same(venue: Settings, qtbot: QtBot) -> None:
    watch = Watch(venue.content / "kitchen", [], look_ms=10)
    for one in watch.findChildren(QFileSystemWatcher):
        one.blockSignals(True)
    with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
        replace_in(venue.content / "kitchen" / "activity.yaml", SAYS, "says: Once.")


# --- what could not be read from the first ----------------------------------------------------------------------------


def test_a_file_that_was_never_whole_comes_up_once_it_is_mended(venue: Settings, qtbot: QtBot) -> None:
    file = venue.content / "kitchen" / "activity.yaml"
    text = file.read_text("utf-8")
    file.write_text("kind: [scenario\n" + text, "utf-8")
    author = Author(venue, qtbot)
    assert author.shows["empty"]
    assert author.shows["heading"] == "1 fault stops the show"
    author.finger.spin(50)
    author.writes(file, text)
    assert author.shows["counts"] and not author.shows["empty"]
    assert author.walk.screen == "look"
    author.close()


# --- faults and ways --------------------------------------------------------------------------------------------------


def test_a_dead_end_is_marked_and_still_shown(author: Author) -> None:
    author.saves("style: kind, goto: fine}", "style: kind, noticed: [quilt], goto: fine}")
    marked = {one["name"]: one for one in author.shows["graph"]["pills"]}
    assert marked["hello"]["sort"] == "stuck"
    assert marked["hello"]["note"].startswith("nothing leads on, :")
    assert "where nothing leads on" in author.shows["walked"]
    author.finger.tap_object("fault-0")
    author.finger.wait_for(lambda: author.stage["screen"] == author.walk.screen, "the stage")


def test_a_fault_that_is_touched_is_shown_where_it_is_and_can_be_gone_to(author: Author) -> None:
    author.saves(SAYS, "says: “Who are you?”")
    (fault,) = author.shows["faults"]
    assert fault["severity"] == "To look at"
    author.finger.tap_object("fault-0")
    author.finger.wait_for(lambda: author.walk.screen == "hello", "its screen")
    author.finger.tap_object("line")
    author.finger.wait_for(lambda: author.shows["said"] != "", "where it is")
    assert author.shows["said"].startswith(f"Copied: {author.file}:{fault['line']}.")


def test_the_way_that_was_walked_is_stitched_and_ends_where_you_are(author: Author) -> None:
    author.goes_to("fine")
    graph = author.shows["graph"]
    assert [one["name"] for one in graph["pills"] if one["here"]] == ["fine"]
    assert graph["way"].count("M") == 2
    author.finger.tap_object("start")
    author.finger.wait_for(lambda: author.walk.screen == "look", "the start")
    assert author.shows["graph"]["way"] == ""


def test_a_touch_on_the_stage_is_a_step_of_the_walk(author: Author) -> None:
    author.finger.tap_object("primary")
    author.finger.wait_for(lambda: author.walk.screen == "hello", "the talk")
    assert [one["name"] for one in author.shows["graph"]["pills"] if one["here"]] == ["hello"]


def test_walking_every_path_says_what_it_found(author: Author) -> None:
    before = author.examinations
    author.finger.tap_object("walk")
    author.finger.wait_for(lambda: author.examinations > before, "walking")
    assert author.shows["walked"].endswith(f"all {author.screens} screens are reached and nobody gets stuck.")


def test_screens_and_letters_can_be_tried(author: Author) -> None:
    author.goes_to("hello")
    window = author.desk.face.window
    wide = window.width(), window.height()
    author.window.ask.emit("size", "portrait")
    author.finger.wait_for(lambda: window.height() > window.width(), "portrait")
    author.window.ask.emit("size", "touchscreen")
    author.finger.wait_for(lambda: (window.width(), window.height()) == wide, "landscape")
    author.finger.tap("Text size: 1.4")
    author.finger.wait_for(lambda: author.shows["text"] == 2, "large letters")
    author.saves(SAYS, "says: And now?")
    assert author.desk.bridge.station.state.preferences.text_step == 2


def test_nothing_is_recorded_and_nothing_is_written_beside_the_content(author: Author) -> None:
    before = sorted(author.settings.content.rglob("*"))
    author.finger.tap_object("primary")
    author.finger.wait_for(lambda: author.walk.screen == "hello", "the talk")
    author.desk.bridge.station.leave("finished")
    assert sorted(author.settings.content.rglob("*")) == before
    assert {path.name for path in author.settings.data.glob("*")} <= {"pictures"}


def test_an_activity_that_no_zone_offers_is_shown_all_the_same(venue: Settings, qtbot: QtBot) -> None:
    replace_in(venue.zones, "scenarios: [kitchen, porch]", "scenarios: [porch]")
    author = Author(venue, qtbot)
    assert author.walk.screen == "look"
    assert author.shows["clean"][-1] == {"text": "No zone offers it yet: add it to zones.yaml", "done": False}
    author.close()


LANGUAGE = "kind: language\nname: Polski\ndraft: For somebody who speaks it to read.\n"
POLISH = "texts:\n  - {en: Who are you?, to: Kim pan jest?}\n"


def test_a_translation_is_shown_and_followed_like_the_rest(venue: Settings, qtbot: QtBot) -> None:
    words, file = venue.content / "words", venue.content / "kitchen" / "pl.yaml"
    words.mkdir()
    (words / "pl.yaml").write_text(LANGUAGE + "program:\n  - {en: Nobody says this., to: Nikt.}\n", "utf-8")
    file.write_text(POLISH, "utf-8")
    author = Author(venue, qtbot)
    assert author.shows["heading"] == "No faults"
    author.goes_to("hello")
    assert author.hears == "Who are you?"
    author.finger.tap("Language: Polski")
    author.finger.wait_for(lambda: author.hears == "Kim pan jest?", "Polish")
    author.writes(file, POLISH.replace("Kim pan jest", "Kto tam"))
    assert author.hears == "Kto tam?" and author.shows["language"] == "pl"
    author.writes(file, "texts: [")
    assert author.shows["faults"][0]["where"].startswith("pl.yaml:")
    author.finger.tap("Language: English")
    author.finger.wait_for(lambda: author.hears == "Who are you?", "English")
    author.close()


# --- the examination, in its own process ------------------------------------------------------------------------------


def where(venue: Settings) -> dict[str, Path]:
    return {"content": venue.content, "zones": venue.zones, "kept": venue.data / "clips.json"}


def test_another_process_finds_the_same(venue: Settings) -> None:
    folder = venue.content / "kitchen"
    found, here = Examination(folder, **where(venue)).run(), examine(folder, **where(venue))
    assert found is not None
    assert (found.states, found.faults, found.checks) == (here.states, here.faults, here.checks)


def test_an_examination_that_is_stopped_gives_nothing(venue: Settings, qtbot: QtBot) -> None:
    examination = Examination(venue.content / "kitchen", **where(venue))
    examination.stop()
    with ThreadPoolExecutor(1) as worker:
        found = worker.submit(examination.run)
        qtbot.waitUntil(lambda: examination.running, timeout=PATIENCE_MS)
        examination.stop()
        assert found.result() is None
