"""The authors' guide: every command and path it names, every fault it quotes."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kiosk import activities
from kiosk.activities import kinds
from kiosk.cli import main, parser
from kiosk.content.compiling import compile_folder
from kiosk.content.faults import Faults
from kiosk.content.reader import read

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


def test_the_first_ten_minutes_go_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    shutil.copyfile(ROOT / "zones.yaml", tmp_path / "zones.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIOSK_CONTENT", "content")
    steps = [one for one in commands("kiosk") if NEW in one]
    for verb in ("new", "check", "graph"):
        (step,) = (one for one in steps if shlex.split(one)[1] == verb)
        assert main(shlex.split(step)[1:]) == 0, step
    assert (tmp_path / "my-first.svg").exists()
    file = tmp_path / "content" / NEW / "activity.yaml"
    assert re.search(r"^ *says: ", file.read_text("utf-8"), re.MULTILINE)
    file.write_text(file.read_text("utf-8").replace("goto: better", "goto: beter", 1), "utf-8")
    (told,) = compile_folder(file.parent, kinds()).faults
    assert str(told) in blocks()
