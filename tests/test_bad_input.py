"""Everything that authors, disks, clocks and cables can do wrong: a clear sentence each, and nothing lost.

At the level of the person who meets it: `kiosk check` for an author, the real window for a delegate and a host.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qml_items import every
from shell.stand import PINS, Stand
from small_venue import replace_in, write_activity, write_clip, write_venue
from store.store_stage import Clock, Disk, open_store, query, verbs

from kiosk.app import open_library
from kiosk.cli import main
from kiosk.errors import KnownError
from kiosk.host.menu import Stage
from kiosk.settings import Settings
from kiosk.store import Entry
from kiosk.store.database import FILE_NAME
from kiosk.visit import Phase

pytestmark = pytest.mark.usefixtures("qapp")

WALK = "walk/activity.yaml"


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_venue(tmp_path_factory.mktemp("venue"), drawn=True)


@pytest.fixture
def check(venue: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """What `kiosk check` says of the venue: a line for each fault, after it said that there are some."""

    def run() -> list[str]:
        capsys.readouterr()
        code = main(["check", "--content", str(venue.content), "--zones", str(venue.zones)])
        out, err = capsys.readouterr()
        assert code == 1 and err == "" and "Traceback" not in out
        *faults, last = out.splitlines()
        assert "to mend" in last
        return faults

    return run


class Kiosks:
    """Kiosks that are closed after the test."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._made = settings, list[Stand]()

    def __call__(self, data: Path, **changes: Any) -> Stand:
        self._made.append(Stand(changes.pop("settings", self._settings), data=data, **changes))
        return self._made[-1]

    def close(self) -> None:
        for one in self._made:
            one.close()


@pytest.fixture
def kiosk(drawn: Settings) -> Iterator[Kiosks]:
    kiosks = Kiosks(drawn)
    yield kiosks
    kiosks.close()


def one_visit(stand: Stand) -> None:
    """A delegate comes, does something and goes, without noticing anything."""
    stand.wake()
    stand.open("walk")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.station.state.phase is Phase.ATTRACT


ONE_VISIT = ["begin", "enter", "next", "next", "complete", "finish", "end"]


# Content


def bomb_of_aliases() -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (bomb_of_aliases(), "&"),
        ("kind: case_study\nheading: " + "[" * 3000 + "]" * 3000, "deep"),
        ("kind: case_study\nparts:\n" + "  - {label: x}\n" * 60_000, "100,000 values"),
        ("kind: case_study\n" + "# large\n" * 140_000, "MB"),
        ("kind: case_study\nheading: " + "word " * 10_001, "10,000"),
        ("kind: case_study\nkind: survey\n", "kind"),
        ("kind: case_study\nheading: yes\n", "yes"),
        ("kind: !!python/object/apply:os.system [echo]\n", "!!"),
        ("kind: case_study\n\theading: x\n", "tab"),
        ("kind: 'case_study\n", "walk/activity.yaml"),
        ("", "empty"),
    ],
)
def test_yaml_that_is_a_bomb_or_a_riddle_is_told_and_takes_nothing_else_down(
    venue: Settings, check: Callable[[], list[str]], text: str, words: str
) -> None:
    (venue.content / WALK).write_text(text, encoding="utf-8")
    faults = check()
    assert faults and all(fault.startswith(f"{WALK}:") and " — " in fault for fault in faults)
    assert any(words in fault for fault in faults), faults
    assert max(len(fault) for fault in faults) < 400
    library = open_library(venue)
    assert library.left_out == ("walk",) and len(library.decks) == 6


def test_bytes_that_are_no_text_are_told(venue: Settings, check: Callable[[], list[str]]) -> None:
    (venue.content / WALK).write_bytes(b"kind: case_study\nheading: \xff\xfe\x00\n")
    assert all(fault.startswith(WALK) for fault in check())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("minutes: 3", 'minutes: "3"', "minutes"),
        ("minutes: 3", "minutes: 3.5", "minutes"),
        ("minutes: 3", "minutes: 900", "minutes"),
        ("heading: A walk", "heading: [A walk]", "heading"),
        ("heading: A walk", "haeding: A walk", "haeding"),
        ("heading: A walk", "heading: " + "A long walk " * 20, "heading"),
        ("describe: A card.", 'describe: ""', "describe"),
    ],
)
def test_a_wrong_type_or_length_is_told_at_its_line(
    venue: Settings, check: Callable[[], list[str]], old: str, new: str, words: str
) -> None:
    path = venue.content / WALK
    replace_in(path, old, new)
    first = old.split(":")[0]
    number = next(
        n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in line or first in line
    )
    faults = check()
    assert any(fault.startswith(f"{WALK}:{number}: ") and words in fault for fault in faults), faults


def spoil_missing(path: Path) -> None:
    path.unlink()


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_text(path: Path) -> None:
    path.write_text("this is only text", encoding="utf-8")


def spoil_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def spoil_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def spoil_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("spoil", [spoil_missing, spoil_empty, spoil_text, spoil_cut, spoil_folder, spoil_link])
@pytest.mark.parametrize("file", ["card.png", "rain.wav"])
def test_media_that_are_missing_or_not_what_they_say_are_told_and_their_activity_is_left_out(
    venue: Settings, check: Callable[[], list[str]], file: str, spoil: Callable[[Path], None]
) -> None:
    spoil(venue.content / "walk" / file)
    faults = check()
    assert faults and all(fault.startswith(f"{WALK}:") and f"`{file}`" in fault and " — " in fault for fault in faults)
    assert open_library(venue).left_out == ("walk",)


@pytest.mark.parametrize("name", ["../voices/ada.svg", "/etc/hostname", "..\\\\card.png", "C:/card.png", ".hidden.png"])
def test_media_outside_their_folder_are_told(venue: Settings, check: Callable[[], list[str]], name: str) -> None:
    replace_in(venue.content / WALK, "file: card.png", f'file: "{name}"')
    assert any("its own folder" in fault or "inside its activity's folder" in fault for fault in check())


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<image href="file:///etc/passwd"/>', "points outside the picture"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "not a whole SVG picture"),
        ("<g onload='x()'/>", "runs code"),
    ],
)
def test_a_picture_that_would_run_or_fetch_something_is_told_and_not_shown(
    venue: Settings, check: Callable[[], list[str]], inside: str, words: str
) -> None:
    path = venue.content / "voices" / "ada.svg"
    path.write_text(path.read_text(encoding="utf-8").replace("<g id=", inside + "<g id=", 1), encoding="utf-8")
    (fault,) = check()
    assert fault.startswith("voices/activity.yaml:11: `ada.svg` ") and words in fault
    assert open_library(venue).left_out == ("voices",)


def test_a_clip_that_is_spoiled_after_the_check_takes_no_caption_away(kiosk: Kiosks, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = kiosk(tmp_path / "data", settings=settings, library=open_library(settings))
    stand.open_store()
    (settings.content / "voices" / "hello.wav").write_bytes(b"no clip any more")
    (settings.content / "voices" / "ada.svg").unlink()
    stand.wake()
    stand.open("voices")
    stand.after(0.5)
    stand.finger.tap_object("clip-hello")
    assert stand.window.property("voiceKey") != "" and stand.window.property("phraseEnd") > 0
    stand.after(6.5)
    assert stand.verbs()[-1] == "heard"
    stand.finger.wait_for(lambda: bool(stand.said), "the fault of the picture")
    stand.host()
    stand.finger.tap_object("tab-faults")
    assert any("ada.svg" in words for words in stand.words())


def test_a_text_of_ten_thousand_words_is_refused_by_its_length_and_not_shown(
    venue: Settings, check: Callable[[], list[str]]
) -> None:
    replace_in(venue.content / WALK, "It began with rain.", "word " * 9_900)
    (fault,) = check()
    assert "1,200" in fault or "1200" in fault
    assert len(fault) < 400


def test_right_to_left_words_are_kept_as_they_are_and_stand_at_the_right(kiosk: Kiosks, tmp_path: Path) -> None:
    words = "مرحبا بكم، ما الذي يهمك اليوم؟"
    settings = write_venue(tmp_path / "venue", drawn=True)
    replace_in(settings.content / WALK, "It began with rain.", words)
    stand = kiosk(tmp_path / "data", settings=settings)
    stand.wake()
    stand.open("walk")
    stand.finger.wait_for(lambda: words in stand.words(), "the words")
    assert sum(one.property("text") == words for one in every(stand.window.contentItem())) == 1


def test_zones_that_name_what_is_not_there_are_told_and_all_else_is_offered(
    venue: Settings, check: Callable[[], list[str]]
) -> None:
    replace_in(venue.zones, "[before, after,", "[befor, after,")
    replace_in(venue.zones, "[kitchen, porch]", "[attic, voices]")
    replace_in(venue.zones, "pictures/tall.png", "pictures/taller.png")
    faults = check()
    assert len(faults) == 4 and all(fault.startswith("zones.yaml:") for fault in faults)
    zone = open_library(venue).zones[0]
    assert (zone.activities, zone.scenarios) == (("after", "voices", "walk", "wall"), ())


def test_content_that_is_changed_into_nonsense_while_the_kiosk_runs_disturbs_nobody(
    kiosk: Kiosks, tmp_path: Path
) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = kiosk(tmp_path / "data", settings=settings)
    stand.open_store()
    shutil.rmtree(settings.content / "walk")
    write_activity(settings.content, "walk", "Other", "kind: nonsense\n")
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT


# Disks


def test_on_a_full_disk_delegates_carry_on_the_host_sees_red_and_nothing_is_lost(kiosk: Kiosks, tmp_path: Path) -> None:
    disk = Disk()
    stand = kiosk(tmp_path, connect=disk.connect, background=False)
    store = stand.open_store()
    one_visit(stand)
    assert store.flush()
    disk.code, disk.fails = sqlite3.SQLITE_FULL, lambda _: True
    one_visit(stand)
    assert not store.flush(0)
    stand.finger.key_f10()
    pin_while_full(stand)
    stand.after(1.5)
    shown = stand.words()
    assert any("The disk is full: free some space on it" in words for words in shown), shown
    assert any("Don't switch off: " in words and "held in memory" in words for words in shown)
    assert "1 thing wants a look" in shown
    stand.finger.tap_object("toVisitors")
    one_visit(stand)
    disk.fails = lambda _: False
    assert store.flush()
    told = [verb for verb in verbs(tmp_path) if not verb.startswith("host-")]
    assert told == ONE_VISIT * 3
    assert store.status().faults == ()


def pin_while_full(stand: Stand) -> None:
    """On a disk that takes nothing there is one try each half minute, the first that long after the start."""
    for _ in range(3):
        stand.after(31.0)
        stand.enter_pin(PINS["host"])
        if stand.desk.stage is Stage.OPEN:
            return
    raise AssertionError(stand.words())


def test_a_file_that_may_grow_no_further_holds_what_came_until_it_may(kiosk: Kiosks, tmp_path: Path) -> None:
    disk = Disk()
    stand = kiosk(tmp_path, connect=disk.connect, background=False)
    store = stand.open_store()
    store.flush()
    ((pages,),) = query(tmp_path, "PRAGMA page_count")
    store.close()
    stand.close()
    disk.page_limit = pages + 2
    full = kiosk(tmp_path, connect=disk.connect, background=False)
    store = full.open_store()
    full.wake()
    for _ in range(150):
        full.bridge._open("walk")
        full.bridge.station.home()
    assert not store.flush(0)
    held = store.status()
    assert held.held > 0 and "The disk is full" in held.faults[0]
    assert full.station.state.phase is Phase.HOME
    disk.page_limit = 0
    full.close()
    assert len(verbs(tmp_path)) == 301


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "data", Path("/proc/kiosk")):
        with pytest.raises(KnownError, match="--data"):
            open_store(folder)
    disk = Disk()
    disk.code, disk.fails = sqlite3.SQLITE_READONLY, lambda _: True
    with pytest.raises(KnownError, match="check that the folder is writable"):
        open_store(tmp_path / "data", connect=disk.connect)


def test_a_corrupt_database_is_set_aside_the_kiosk_goes_on_and_the_host_is_told(kiosk: Kiosks, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.record(Entry("begin", "front"))
    store.close()
    file = tmp_path / FILE_NAME
    spoiled = file.read_bytes()[:100] + b"\x55" * (file.stat().st_size - 100)
    file.write_bytes(spoiled)
    stand = kiosk(tmp_path)
    stand.open_store()
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT
    (aside,) = [path for path in tmp_path.glob("*.sqlite3") if path.name != FILE_NAME]
    assert aside.read_bytes() == spoiled
    stand.host()
    stand.after(1.5)
    assert any(aside.name in words and "keep that file" in words for words in stand.words())


def test_a_second_kiosk_on_the_same_data_folder_is_told_which_and_the_first_loses_nothing(
    kiosk: Kiosks, tmp_path: Path
) -> None:
    stand = kiosk(tmp_path)
    stand.open_store()
    with pytest.raises(KnownError, match=f"Another kiosk is already using the data folder {tmp_path}"):
        open_store(tmp_path)
    one_visit(stand)
    assert stand.verbs() == ONE_VISIT


# Clocks and cables


@pytest.mark.parametrize("years", [1, -1, 30])
def test_a_clock_that_jumps_years_ends_no_visit_and_keeps_the_order(kiosk: Kiosks, tmp_path: Path, years: int) -> None:
    wall = Clock()
    stand = kiosk(tmp_path, clock=wall)
    stand.open_store()
    stand.wake()
    stand.open("walk")
    wall.now += years * 365 * 86_400.0
    stand.after(5.0)
    assert (stand.station.state.phase, stand.station.state.asked) == (Phase.ACTIVITY, None)
    stand.finger.tap_object("primary")
    stand.finger.tap_object("primary")
    stand.finger.tap_object("finish")
    stand.finger.tap_object("done")
    assert stand.verbs() == ONE_VISIT
    assert stand.store is not None and stand.store.flush()
    assert verbs(tmp_path) == ONE_VISIT
    assert query(tmp_path, "SELECT lasted, how FROM visit") == [(5000, "finished")]
    stand.host()


def test_an_unplugged_sound_card_is_told_to_the_host_comes_back_by_itself_and_nobody_waits(
    kiosk: Kiosks, tmp_path: Path
) -> None:
    stand = kiosk(tmp_path)
    stand.open_store()
    stand.after(0.5)
    stand.wake()
    stand.open("voices")
    stand.finger.tap_object("clip-hello")
    stand.after(1.0)
    stand.device.unplug()
    stand.after(2.5)
    assert stand.window.property("voiceKey") != ""
    stand.host()
    stand.after(1.5)
    assert any("Check that the speakers are plugged in" in words for words in stand.words())
    stand.device.plug()
    stand.after(65.0)
    assert any(words.startswith("Sound is on") for words in stand.words())
    stand.finger.tap_object("toVisitors")
    assert stand.station.state.activity == "voices"


def test_a_clip_of_a_wrong_length_in_the_deck_still_ends(kiosk: Kiosks, tmp_path: Path) -> None:
    settings = write_venue(tmp_path / "venue", drawn=True)
    stand = kiosk(tmp_path / "data", settings=settings, library=open_library(settings))
    stand.open_store()
    write_clip(settings.content / "voices" / "hello.wav", seconds=2.0)
    stand.wake()
    stand.open("voices")
    stand.after(0.5)
    stand.finger.tap_object("clip-hello")
    stand.after(2.5)
    assert stand.sound.playing is None
    assert [verb for verb in stand.verbs() if verb == "heard"] == ["heard"]
