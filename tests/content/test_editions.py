"""The content in other languages: the same walks in other words, kept apart so that a start reads none of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from other_words import MARKED, make_language
from small_venue import SHIPPED, replace_in, write_venue

from kiosk import activities
from kiosk.activities import _template, kinds
from kiosk.content.base import Kind, Shelf
from kiosk.content.companions import props_by_name
from kiosk.content.compiling import compile_folder, deck_of
from kiosk.content.deck import Deck
from kiosk.content.editions import activity_of
from kiosk.content.languages import edition_file
from kiosk.content.library import Library, load
from kiosk.content.own_words import own_words
from kiosk.content.texts import in_words, key, texts_of
from kiosk.settings import Settings

KINDS: dict[str, Kind] = {**kinds(), "_template": _template.KIND}
EXAMPLES = [Path(activities.__file__).parent / kind / "example" for kind in KINDS]
FOLDERS = [*EXAMPLES, *sorted(path.parent for path in SHIPPED.glob("*/activity.yaml"))]


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)


def load_kept(venue: Settings) -> Library:
    return load(zones=venue.zones, content=venue.content, kinds=kinds, cache=venue.data)


def skeleton(deck: Deck) -> Any:
    """All that steers a walk or is recorded, without what is said."""
    plain = msgspec.to_builtins(deck, enc_hook=dict)
    return {
        "flags": plain.get("flags"),
        "tallies": plain.get("tallies"),
        "start": plain["start"],
        "screens": {
            name: (
                screen["kind"],
                screen.get("ending"),
                [(part["slot"], part.get("when")) for part in screen.get("parts", ())],
                [
                    {field: value for field, value in action.items() if field not in ("label", "props")}
                    for action in screen.get("actions", ())
                ],
            )
            for name, screen in plain["screens"].items()
        },
    }


def in_marks(folder: Path) -> tuple[Deck, Deck]:
    """An activity's deck in English, and with every text in marks."""
    english = compile_folder(folder, KINDS).deck
    assert english is not None
    kind = KINDS[english.kind]
    model = activity_of(folder, kind)
    assert model is not None
    words = {key(heard.text): f"«{heard.text}»" for heard in texts_of(model)}
    media = {one.path.removeprefix(f"{folder.name}/"): one for one in english.media.values()}
    shelf = Shelf(props_by_name(media), {one.text: f"«{one.text}»" for one in own_words()})
    return english, deck_of(kind, folder.name, in_words(model, words), shelf, media.values())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_deck_has_the_same_walks_in_every_language(folder: Path) -> None:
    english, other = in_marks(folder)
    assert skeleton(other) == skeleton(english)
    assert other.media == english.media


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_every_word_on_a_button_comes_from_a_text_or_from_the_shelf(folder: Path) -> None:
    _, other = in_marks(folder)
    labels = [action.label for screen in other.screens.values() for action in screen.actions if action.label]
    assert [label for label in labels if not MARKED.search(label)] == []
    assert all(MARKED.search(one) for one in (other.title, other.summary, other.picture["describe"]))


def test_only_what_is_translated_is_in_an_edition_and_the_venue_with_it(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    edition = load_kept(venue).edition("xx")
    assert edition is not None
    assert list(edition.decks) == ["walk"]
    assert edition.title == "«A small conversation»"
    assert edition.words["attract"]["invitation"] == "«Touch to begin»"
    assert edition.words["attract"]["landscape"]["describe"] == "«A wide hill under rain.»"
    assert edition.zones["front"].heading == "«Come in.»"
    assert edition.language.counts[0].said == edition.language.counts[0].texts


def test_the_pictures_of_the_attract_screen_drift_in_every_language() -> None:
    library = load(zones=SHIPPED.parent / "zones.yaml", content=SHIPPED, kinds=kinds)
    for language in library.languages:
        edition = library.edition(language.code)
        assert edition is not None
        for name in ("landscape", "portrait"):
            english = library.words["attract"][name]
            assert {**edition.words["attract"][name], "describe": ""} == {**english, "describe": ""}


def test_an_edition_is_kept_in_a_file_of_its_own_and_read_when_it_is_asked_for(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    first = load_kept(venue)
    assert first.editions == {} and b"\xc2\xab" not in (venue.data / "library.json").read_bytes().replace(
        b"\xc2\xabxx\xc2\xbb", b""
    )
    again = load_kept(venue)
    assert again == first
    edition = again.edition("xx")
    assert edition is not None and edition.decks["walk"].title == "«A walk in the rain»"


@pytest.mark.parametrize("spoil", [b"", b"{}", None])
def test_a_spoiled_edition_is_none_and_one_that_is_gone_is_made_again(venue: Settings, spoil: bytes | None) -> None:
    make_language(venue, "xx", "walk")
    library = load_kept(venue)
    file = edition_file(venue.data, "xx")
    if spoil is None:
        file.unlink()
        assert load_kept(venue).edition("xx") is not None
    else:
        file.write_bytes(spoil)
        assert library.edition("xx") is None


def test_an_edition_of_another_release_is_not_used(venue: Settings) -> None:
    make_language(venue, "xx", "walk")
    before = load_kept(venue)
    replace_in(venue.zones, "Touch to begin", "Touch to start")
    after = load_kept(venue)
    assert before.edition("xx") is None and after.edition("xx") is not None


def test_editions_stay_in_memory_where_nothing_can_be_kept(venue: Settings, tmp_path: Path) -> None:
    make_language(venue, "xx", "walk")
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("", encoding="utf-8")
    library = load(zones=venue.zones, content=venue.content, kinds=kinds, cache=in_the_way / "compiled")
    assert library.edition("xx") is not None


@pytest.mark.parametrize("change", ["words/xx.yaml", "walk/xx.yaml"])
def test_a_changed_translation_is_seen_and_changes_the_release(venue: Settings, change: str) -> None:
    make_language(venue, "xx", "walk")
    before = load_kept(venue).release
    path = venue.content / change
    path.write_text(path.read_text(encoding="utf-8").replace("«", "‹"), encoding="utf-8")
    library = load_kept(venue)
    edition = library.edition("xx")
    assert edition is not None and library.release != before
    title = edition.title if change.startswith("words") else edition.decks["walk"].title
    assert title.startswith("‹")
    listen = edition.decks["walk"].screens["part-1"].actions[2].label
    assert listen == ("‹Listen»" if change.startswith("words") else "«Listen»")


def test_a_venue_with_english_alone_has_no_other_language(venue: Settings) -> None:
    library = load_kept(venue)
    assert library.languages == () and not (venue.data / "editions.json").exists()
