"""The program's own words: every one is found, and the shipped languages have every one."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from small_venue import SHIPPED

from kiosk.activities import kinds
from kiosk.content import base
from kiosk.content.compiling import compile_folder
from kiosk.content.faults import Faults
from kiosk.content.own_words import AUTHORS, HOME, HOSTS, own_words, texts_in_python, texts_in_qml
from kiosk.content.translation import match, read_languages

SCREENS = sorted(path for path in HOME.rglob("*.qml"))


def test_every_text_that_qt_finds_in_the_screens_is_found(tmp_path: Path) -> None:
    out = tmp_path / "words.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, "-silent", *SCREENS, "-ts", out], check=True, capture_output=True)
    by_qt = {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(out).iter("context")
        for message in context.iter("message")
    }
    ours = {(path.stem, text) for path in SCREENS for text in texts_in_qml(path.read_text(encoding="utf-8"))}
    assert ours == by_qt and len(ours) > 100


def test_what_only_hosts_and_authors_see_stays_english() -> None:
    said = {heard.text for heard in own_words()}
    hosts = {
        text
        for path in SCREENS
        if path.name.startswith(HOSTS)
        for text in texts_in_qml(path.read_text(encoding="utf-8"))
    }
    assert "Restart app" in hosts - said and "Start again" in said
    assert (HOME / "shell" / AUTHORS / "GraphCard.qml").is_file() and "Click a screen to go there." not in said


def test_words_in_python_are_found_where_they_are_said() -> None:
    source = 'LATER = sayings("One", "Two")\nshelf.say("Three {n}").format(n=1) + say("Four") + other("Five")\n'
    assert texts_in_python(source) == ["One", "Two", "Three {n}", "Four"]


def test_no_kind_says_anything_that_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()

    def say(_: base.Shelf, text: str) -> str:
        said.add(text)
        return text

    monkeypatch.setattr(base.Shelf, "say", say)
    for path in sorted(SHIPPED.glob("*/activity.yaml")):
        assert compile_folder(path.parent, kinds()).deck is not None
    assert "Finish" in said
    assert said <= {heard.text for heard in own_words()}


def test_the_shipped_languages_can_be_used_and_are_drafts_until_somebody_has_read_them() -> None:
    faults = Faults()
    languages = read_languages(SHIPPED, faults)
    assert list(faults) == [] and set(languages) == {"pl", "ur"}
    assert [one.file.direction for one in languages.values()] == ["ltr", "rtl"]
    assert not any(one.finished for one in languages.values())
    for language in languages.values():
        assert (
            len(match(own_words(), language.file.program, ("program",), language.document, faults, finished=False)[0])
            > 100
        )
    assert faults.errors == []
