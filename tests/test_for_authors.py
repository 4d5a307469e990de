"""The authors' guide: every command and path it names, every fault it quotes."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shell.preview_stage import Author
from small_venue import replace_in

from kiosk import activities
from kiosk.activities import kinds
from kiosk.app import open_library
from kiosk.cli import main, parser
from kiosk.commands.editors import KNOWN
from kiosk.content.faults import Faults
from kiosk.content.reader import read
from kiosk.settings import Settings

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "for-authors.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
FENCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
NEW = "my-first"
FOLDERS = (ROOT, ROOT / "content", ROOT / "content" / "doreen")
"""Where the paths that it names may begin."""


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split(" |")]


def inline() -> list[str]:
    """What stands in backticks in running text."""
    prose = FENCE.sub("", GUIDE)
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", "\n".join(line for line in prose.splitlines() if line[:1] != "|"))


def blocks() -> list[str]:
    """The lines of indented blocks."""
    return [line.strip() for line in FENCE.sub("", GUIDE).splitlines() if re.match(r" {4,}\S", line)]


def commands(word: str) -> list[str]:
    return list(dict.fromkeys(one for one in (*inline(), *blocks()) if one.split()[0] == word and " " in one))


# --- keys -------------------------------------------------------------------------------------------------------------


def test_every_kind_is_named() -> None:
    for kind in kinds():
        assert f"`{kind}`" in GUIDE


# --- YAML -------------------------------------------------------------------------------------------------------------


def traps() -> list[list[str]]:
    table = GUIDE.split("| you write | it says |\n| --- | --- |\n")[1].split("\n\n")[0]
    return [cells(line) for line in table.splitlines()]


@pytest.mark.parametrize(("written", "said"), traps())
def test_a_trap_is_told_as_the_guide_says(written: str, said: str) -> None:
    faults = Faults()
    read(written.strip("`").encode(), "file", faults)
    assert [f"{fault.what} — {fault.do}" for fault in faults] == [said]


def test_its_yaml_can_be_read() -> None:
    text, _ = FENCE.findall(GUIDE)
    faults = Faults()
    document = read(text.encode(), "file", faults)
    assert [str(fault) for fault in faults] == []
    assert document and document.data["text"] == "Nobody had asked Sam about the good days.\n\nSo we did."


# --- commands and paths -----------------------------------------------------------------------------------------------


def test_its_commands_are_there() -> None:
    found = commands("kiosk")
    assert {shlex.split(one)[1] for one in found} >= {"new", "check", "graph", "tour"}
    for one in found:
        parser().parse_args(shlex.split(one)[1:])


def test_its_make_targets_and_their_settings_are_there() -> None:
    found = commands("make")
    assert found
    for one in found:
        target, *settings = shlex.split(one)[1:]
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), one
        for setting in settings:
            assert f"$({setting.split('=')[0]})" in MAKEFILE or f"$(if $({setting.split('=')[0]})" in MAKEFILE, one


def test_its_paths_are_there() -> None:
    named = [one for one in inline() if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", one) and ("/" in one or ".yaml" in one)]
    named = [one for one in named if NEW not in one and not one.startswith(".venv/")]
    assert len(named) >= 4
    assert [one for one in named if not any((folder / one).exists() for folder in FOLDERS)] == []


def test_the_folders_it_draws_are_there() -> None:
    listed = [
        line.split()[0]
        for line in GUIDE.split("## What there is")[1].split("A folder of your own")[0].splitlines()
        if line[:4] == "    "
    ]
    assert listed[0] == "content/"
    for name in listed:
        assert any((folder / name).exists() for folder in FOLDERS), name


def test_the_groups_of_a_face_are_named_as_in_the_examples() -> None:
    home = Path(activities.__file__).parent
    room = (home / "scenario" / "example" / "kitchen.svg").read_text("utf-8")
    portrait = (home / "soundboard" / "example" / "portrait.svg").read_text("utf-8")
    groups = [one for one in inline() if re.fullmatch(r"sam(-[a-z]+)+", one)]
    assert len(groups) >= 9
    assert [one for one in groups if f'id="{one}"' not in room] == []
    for one in ("eyes", "eyes-closed", "mouth", "mouth-open"):
        assert one in inline()
        assert f'id="{one}"' in portrait


def test_the_way_from_nothing_to_a_scenario_on_the_screen_goes_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    settings = beginners_place(tmp_path, monkeypatch)
    file = settings.content / NEW / "activity.yaml"
    assert called("new") == 0
    assert "preview" in {shlex.split(one)[1] for one in own_commands()}
    author = Author(settings, qtbot, activity=NEW)
    assert author.shows["heading"] == "No faults"
    (says,) = (one for one in blocks() if one.startswith("says: "))
    author.writes(file, re.sub(r"says: .*?(?=  #)", says, file.read_text("utf-8"), count=1))
    author.goes_to("hello")
    assert f"says: {author.hears}" == says
    whole = file.read_text("utf-8")
    author.writes(file, whole.replace("goto: better", "goto: beter", 1))
    assert author.shows["stale"] and f"says: {author.hears}" == says
    capsys.readouterr()
    assert called("check") == 1
    (told,) = (line for line in capsys.readouterr().out.splitlines() if "beter" in line)
    assert told in blocks()
    author.writes(file, whole)
    assert called("check") == 0
    assert called("graph") == 0 and (tmp_path / f"{NEW}.svg").exists()
    author.close()
    (listed,) = (one for one in blocks() if one.startswith("scenarios: "))
    replace_in(settings.zones, listed.replace(f", {NEW}", ""), listed)
    zones = {zone.id: zone for zone in open_library(settings).zones}
    assert NEW in zones["living-room"].scenarios


def beginners_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The program's folder as somebody finds it who begins, with what a window needs."""
    content = folder / "content"
    for name in ("icons", "attract"):
        shutil.copytree(ROOT / "content" / name, content / name)
    shutil.copyfile(ROOT / "content" / "theme.yaml", content / "theme.yaml")
    shutil.copyfile(ROOT / "zones.yaml", folder / "zones.yaml")
    monkeypatch.chdir(folder)
    for name, place in (("CONTENT", "content"), ("ZONES", "zones.yaml"), ("DATA", "data")):
        monkeypatch.setenv(f"KIOSK_{name}", place)
    return Settings(data=folder / "data", content=content, zones=folder / "zones.yaml", reduced_motion=True)


def own_commands() -> list[str]:
    return [one for one in commands("kiosk") if NEW in one]


def called(verb: str) -> int:
    """Call the command of the guide that does this to the new activity."""
    (step,) = (one for one in own_commands() if shlex.split(one)[1] == verb)
    return main(shlex.split(step)[1:])


def test_its_editor_line_is_the_one_that_a_new_scenario_begins_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = beginners_place(tmp_path, monkeypatch)
    assert called("new") == 0
    assert (settings.content / NEW / "activity.yaml").read_text("utf-8").splitlines()[0] in blocks()


def test_it_names_every_editor_that_can_be_told_a_line() -> None:
    assert set(KNOWN) <= set(inline())
