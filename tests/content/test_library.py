"""The library: compiled once, kept, and compiled again only where something changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from small_venue import replace_in, write_activity, write_png, write_venue

from kiosk.activities import kinds
from kiosk.content import compiling, reader
from kiosk.content import library as library_module
from kiosk.content.library import Library, load
from kiosk.errors import KnownError
from kiosk.settings import Settings


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


class Counted:
    """Loads a library and tells which YAML files that took."""

    def __init__(self, venue: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        self._venue, self.read = venue, list[str]()
        real = reader.read_file

        def counted(path: Path, file: str, faults: object) -> object:
            self.read.append(file)
            return real(path, file, faults)  # type: ignore[arg-type]

        monkeypatch.setattr(compiling, "read_file", counted)

    def load(self, cache: Path | None = None) -> Library:
        self.read.clear()
        venue = self._venue
        return load(zones=venue.zones, content=venue.content, kinds=kinds, cache=cache or venue.data)


@pytest.fixture
def counted(venue: Settings, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(venue, monkeypatch)


def test_unchanged_content_reads_no_yaml_and_gives_the_same_library(counted: Counted) -> None:
    first = counted.load()
    assert len(counted.read) == 8
    assert counted.load() == first
    assert counted.read == []


def test_unchanged_content_does_not_even_ask_for_the_kinds(venue: Settings, counted: Counted) -> None:
    counted.load()

    def never() -> dict[str, object]:
        raise AssertionError("the models were imported")

    load(zones=venue.zones, content=venue.content, kinds=never, cache=venue.data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        lambda content: replace_in(content / "walk" / "activity.yaml", "It began with rain.", "It began with snow."),
        lambda content: write_png(content / "walk" / "card.png", 62, 40),
        lambda content: (content / "walk" / "unused.txt").write_text("a stray file", encoding="utf-8"),
    ],
)
def test_a_changed_folder_is_read_again_and_no_other(
    venue: Settings, counted: Counted, change: Callable[[Path], object]
) -> None:
    counted.load()
    change(venue.content)
    counted.load()
    assert sorted(counted.read) == ["walk/activity.yaml", "zones.yaml"]


def test_a_file_in_a_folder_of_a_folder_counts_too(venue: Settings, counted: Counted) -> None:
    clips = venue.content / "walk" / "clips"
    clips.mkdir()
    (venue.content / "walk" / "rain.wav").rename(clips / "rain.wav")
    replace_in(venue.content / "walk" / "activity.yaml", "file: rain.wav", "file: clips/rain.wav")
    before = counted.load()
    assert before.left_out == ()
    (clips / "rain.wav").write_bytes(b"no clip any more")
    after = counted.load()
    assert counted.read == ["walk/activity.yaml", "zones.yaml"]
    assert after.left_out == ("walk",)


def test_zones_yaml_alone_is_read_when_it_alone_changed(venue: Settings, counted: Counted) -> None:
    counted.load()
    replace_in(venue.zones, "Touch to begin", "Touch to start")
    assert counted.load().words["attract"]["invitation"] == "Touch to start"
    assert counted.read == ["zones.yaml"]


def test_a_new_activity_is_read_and_a_removed_one_forgotten(venue: Settings, counted: Counted) -> None:
    counted.load()
    write_activity(venue.content, "extra", "More", "kind: pledge_wall\n")
    assert counted.load().left_out == ("extra",)
    assert counted.read == ["extra/activity.yaml", "zones.yaml"]
    (venue.content / "extra" / "activity.yaml").unlink()
    assert counted.load().left_out == ()


def test_a_changed_program_reads_everything_again(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    counted.load()
    monkeypatch.setattr(library_module, "_program", lambda: "another program")
    counted.load()
    assert len(counted.read) == 8
    counted.load()
    assert counted.read == []


def test_the_program_has_another_fingerprint_when_any_file_that_compiles_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("content", "activities/survey"):
        (tmp_path / folder).mkdir(parents=True)
    names = ("content/library.py", "activities/survey/__init__.py", "captions.py")
    files = [tmp_path / name for name in names]
    for file in files:
        file.write_text("pass\n", encoding="utf-8")
        os.utime(file, ns=(1, 1))
    monkeypatch.setattr(library_module, "__file__", str(files[0]))
    before = library_module._program()
    assert library_module._program() == before
    for file in files:
        file.write_text("pass \n", encoding="utf-8")
        os.utime(file, ns=(1, 1))
        after = library_module._program()
        assert after != before
        before = after


@pytest.mark.parametrize("kept", ["library.json", "activities.json"])
@pytest.mark.parametrize("spoil", [b"", b"{", b'{"program": 1}', b"\xff\xfe\x00"])
def test_a_spoiled_compiled_form_is_made_again(venue: Settings, counted: Counted, kept: str, spoil: bytes) -> None:
    first = counted.load()
    (venue.data / kept).write_bytes(spoil)
    replace_in(venue.zones, "Touch to begin", "Touch to start")
    assert counted.load().decks == first.decks


def test_a_cache_that_cannot_be_written_is_harmless(tmp_path: Path, counted: Counted) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("", encoding="utf-8")
    first = counted.load(in_the_way / "compiled")
    assert counted.load(in_the_way / "compiled") == first
    assert len(counted.read) == 8


def test_a_compiled_form_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.json"
    library_module.write_kept(path, b"first")
    real = Path.write_bytes

    def cut_short(self: Path, data: bytes) -> int:
        real(self, data[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", cut_short)
    library_module.write_kept(path, b"second")
    assert path.read_bytes() == b"first"


def test_a_broken_activity_is_left_out_while_the_rest_works(venue: Settings, counted: Counted) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "heading: A walk", "heading: [A walk]")
    library = counted.load()
    assert library.left_out == ("walk",)
    assert "walk" not in library.zones[0].activities and len(library.zones[0].activities) == 4
    assert [fault.file for fault in library.faults] == ["walk/activity.yaml"]
    again = counted.load()
    assert (again.left_out, again.faults, counted.read) == (library.left_out, library.faults, [])


def test_a_broken_scenario_stays_listed_so_that_the_hosts_choice_comes_back(venue: Settings, counted: Counted) -> None:
    replace_in(venue.content / "porch" / "activity.yaml", "goto: fine", "goto: nowhere")
    zone = counted.load().zones[0]
    assert (zone.scenarios, zone.listed) == (("kitchen",), ("kitchen", "porch"))


@pytest.mark.parametrize(
    "file",
    ["zones.yaml", "content/walk/activity.yaml", "content/walk/card.png", "content/walk/rain.wav",
     "content/pictures/wide.png", "content/theme.yaml"],
)  # fmt: skip
def test_the_release_changes_with_any_byte(venue: Settings, counted: Counted, file: str) -> None:
    before = counted.load().release
    path = venue.zones.parent / file
    data = path.read_bytes()
    path.write_bytes(data + b"#" if file.endswith(".yaml") else data[:-30] + b"\1" + data[-29:])
    assert counted.load(venue.data / "other").release != before
    path.write_bytes(data)
    assert counted.load(venue.data / "third").release == before


def test_the_release_does_not_depend_on_times_or_on_the_cache(venue: Settings, counted: Counted) -> None:
    before = counted.load().release
    for path in venue.content.rglob("*.*"):
        os.utime(path, ns=(5, 5))
    assert counted.load(venue.data / "other").release == before
    assert counted.load().release == before


def test_without_a_content_folder_or_zones_it_says_which_option_to_use(venue: Settings, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="--content"):
        load(zones=venue.zones, content=tmp_path / "nowhere", kinds=kinds)
    with pytest.raises(KnownError, match="--zones"):
        load(zones=tmp_path / "nowhere.yaml", content=venue.content, kinds=kinds)


def test_zones_that_cannot_be_used_are_one_error_with_file_and_line(venue: Settings) -> None:
    venue.zones.write_text("kind: venue\nname: [1]\n", encoding="utf-8")
    with pytest.raises(KnownError, match=r"zones\.yaml:2"):
        load(zones=venue.zones, content=venue.content, kinds=kinds)


def test_folders_that_begin_with_a_dot_or_an_underscore_are_left_alone(venue: Settings, counted: Counted) -> None:
    for name in (".git", "_drafts"):
        write_activity(venue.content, name, "Hidden", "kind: nonsense\n")
    assert counted.load().left_out == ()


def test_progress_is_told_for_each_activity(venue: Settings) -> None:
    told: list[tuple[int, int, str]] = []
    load(zones=venue.zones, content=venue.content, kinds=kinds, progress=lambda *one: told.append(one))
    assert [name for _, _, name in told] == ["after", "before", "kitchen", "porch", "voices", "walk", "wall", ""]
    assert told[-1][:2] == (7, 7)


def test_a_kept_library_is_the_compiled_one_to_the_last_value(counted: Counted) -> None:
    made, kept = (msgspec.to_builtins(counted.load(), enc_hook=dict) for _ in range(2))
    assert made == kept
