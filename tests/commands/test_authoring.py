"""`kiosk graph` and `kiosk new`, as their author meets them."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from kiosk.activities import kinds
from kiosk.cli import main
from kiosk.content.compiling import compile_folder
from kiosk.content.schema import FOLDER, schemas
from kiosk.content.svg import view_box

ROOT = Path(__file__).parents[2]
DEAD_END = """    choices:
      - id: locked
        say: Open up
        style: kind
        goto: better
        knows: [bowls]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def kiosk(content: Path, *words: str) -> int:
    return main([*words, "--content", str(content)])


def left_over(content: Path) -> list[str]:
    return [path.name for path in content.iterdir() if path.name != FOLDER]


# --- new --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", kinds())
def test_a_new_activity_is_valid_at_once_under_its_own_title(content: Path, kind: str) -> None:
    assert kiosk(content, "new", kind, "my-first") == 0
    compiled = compile_folder(content / "my-first", kinds())
    assert compiled.faults == ()
    assert compiled.deck and compiled.deck.title == "My first"
    assert left_over(content) == ["my-first"]


def test_the_notes_stay_beside_the_lines(content: Path) -> None:
    kiosk(content, "new", "survey", "my-first")
    text = (content / "my-first" / "activity.yaml").read_text("utf-8")
    assert '\ntitle: "My first"   ' in text
    assert "# its name on the zone's home screen" in text


@pytest.mark.parametrize("kind", kinds())
def test_a_new_activity_points_to_its_schema_which_is_put_there(content: Path, kind: str) -> None:
    kiosk(content, "new", kind, "my-first")
    first = (content / "my-first" / "activity.yaml").read_text("utf-8").splitlines()[0]
    told = first.removeprefix("# yaml-language-server: $schema=")
    assert (content / "my-first" / told).read_text("utf-8") == schemas(kinds())[f"{kind}.json"]


# --- schema -----------------------------------------------------------------------------------------------------------


def test_schemas_go_where_they_are_wanted(content: Path, tmp_path: Path) -> None:
    assert kiosk(content, "schema") == 0
    assert {path.name for path in (content / FOLDER).iterdir()} == set(schemas(kinds()))
    assert kiosk(content, "schema", "--out", str(tmp_path / "a" / "b"), "--keys", str(tmp_path / "keys.md")) == 0
    assert (tmp_path / "a" / "b" / "zones.json").exists()
    assert "### Turn" in (tmp_path / "keys.md").read_text("utf-8")


def test_schemas_that_can_t_be_written_are_one_sentence(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for words in (["--out", str(tmp_path / "file")], ["--keys", str(tmp_path / "no" / "keys.md")]):
        assert kiosk(content, "schema", *words) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert kiosk(tmp_path / "nowhere", "schema") == 1
    assert "There is no content folder" in capsys.readouterr().err


# --- new, again -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["no", "on", "y", "true", "null"])
def test_a_name_that_yaml_takes_for_something_else_is_still_a_title(content: Path, name: str) -> None:
    assert kiosk(content, "new", "survey", name) == 0
    compiled = compile_folder(content / name, kinds())
    assert compiled.deck and compiled.deck.title == name.capitalize()


def test_it_says_what_to_do_next(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kiosk(content, "new", "scenario", "my-first")
    told = capsys.readouterr().out
    for words in (
        f"kiosk check {content / 'my-first'}",
        f"kiosk preview {content / 'my-first'}",
        "zones.yaml",
        "scenarios: [my-first]",
        "kiosk tour",
        "kiosk graph",
    ):
        assert words in told
    kiosk(content, "new", "survey", "second")
    assert "activities: [second]" in capsys.readouterr().out


def test_a_kind_may_be_written_with_hyphens(content: Path) -> None:
    assert kiosk(content, "new", "case-study", "a-story") == 0


@pytest.mark.parametrize("kind", ["story", "_template", "", ".."])
def test_an_unknown_kind_is_refused_in_one_sentence(
    content: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk(content, "new", kind, "my-first") == 1
    told = capsys.readouterr().err
    assert told == (
        f"kiosk: There is no kind of activity called `{kind}`: use one of case_study, scenario, board, soundboard, "
        "survey, community_finder, pledge_wall, poster, then_now, quotes_wall.\n"
    )
    assert left_over(content) == []


@pytest.mark.parametrize(
    "name", ["../up", "a/b", "My-First", "", "1st", "a--b", "a-", "a b", "é", "x" * 41, "a\n", ".a"]
)
def test_a_bad_name_is_refused_in_one_sentence(content: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk(content, "new", "survey", name) == 1
    assert "can't be the name of an activity" in capsys.readouterr().err
    assert left_over(content) == []
    assert left_over(content.parent) == ["content"]


def test_what_is_there_is_never_overwritten(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "mine").mkdir()
    (content / "mine" / "activity.yaml").write_text("kind: mine", "utf-8")
    assert kiosk(content, "new", "survey", "mine") == 1
    assert "There is already a folder" in capsys.readouterr().err
    assert (content / "mine" / "activity.yaml").read_text("utf-8") == "kind: mine"
    assert [path.name for path in (content / "mine").iterdir()] == ["activity.yaml"]


def test_without_a_content_folder_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk(tmp_path / "nowhere", "new", "survey", "mine") == 1
    assert "There is no content folder" in capsys.readouterr().err


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["copyfile", "rename"])
def test_a_half_written_folder_never_stays_behind(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, step: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    owner: object = shutil if step == "copyfile" else Path
    monkeypatch.setattr(owner, step, fail)
    code = kiosk(content, "new", "soundboard", "mine")
    assert code == (1 if isinstance(error, OSError) else 130)
    assert left_over(content) == []
    if isinstance(error, OSError):
        assert "can't be made (No space left on device)" in capsys.readouterr().err


def test_what_a_power_cut_left_behind_is_in_nobodys_way(content: Path) -> None:
    (content / ".mine.new").mkdir()
    (content / ".mine.new" / "half.svg").write_text("<svg", "utf-8")
    assert kiosk(content, "new", "survey", "mine") == 0
    assert left_over(content) == ["mine"]
    assert "half.svg" not in left_over(content / "mine")


# --- graph ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def scenario(content: Path) -> Path:
    kiosk(content, "new", "scenario", "mine")
    return content / "mine" / "activity.yaml"


def test_a_scenario_is_drawn(content: Path, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.svg"
    assert kiosk(content, "graph", "mine", "--out", str(out)) == 0
    text = out.read_text("utf-8")
    assert min(view_box(ElementTree.fromstring(text))[2:]) > 500
    for turn in yaml.safe_load(scenario.read_text("utf-8"))["turns"]:
        assert f">{turn['id']}<" in text


def test_a_folder_may_be_named_by_its_path(content: Path, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.svg"
    assert main(["graph", str(scenario.parent), "--out", str(out), "--content", str(content / "nothing")]) == 0
    assert out.exists()


def test_a_dead_end_is_drawn_though_it_may_not_be_shown(content: Path, scenario: Path, tmp_path: Path) -> None:
    text = scenario.read_text("utf-8")
    start = text.index("    choices:", text.index("- id: better"))
    scenario.write_text(text[:start] + DEAD_END + "\n" + text[text.index("endings:") :], "utf-8")
    assert compile_folder(scenario.parent, kinds()).deck is None
    out = tmp_path / "mine.svg"
    assert kiosk(content, "graph", "mine", "--out", str(out)) == 0
    assert "Dead end after" in out.read_text("utf-8")


def test_a_survey_that_waits_for_an_answer_is_not_called_wrong(tmp_path: Path) -> None:
    out = tmp_path / "survey.svg"
    assert kiosk(ROOT / "content", "graph", "how-was-it", "--out", str(out)) == 0
    assert "to mend" not in out.read_text("utf-8")


def test_what_cannot_be_drawn_says_what_to_mend_first(
    content: Path, scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario.write_text(scenario.read_text("utf-8").replace("goto: better", "goto: nowhere"), "utf-8")
    out = tmp_path / "mine.svg"
    assert kiosk(content, "graph", "mine", "--out", str(out)) == 1
    told = capsys.readouterr().err
    assert told.startswith("kiosk: mine can't be drawn before this is mended: mine/activity.yaml:")
    assert "there is no turn or ending `nowhere`" in told
    assert "(and 2 more: see `kiosk check mine`)" in told
    assert not out.exists()


@pytest.mark.parametrize(
    ("activity", "out", "told"),
    [
        ("nobody", "a.svg", "There is no activity nobody"),
        ("mine", "a.png", "a name that ends in .svg"),
        ("mine", "no/such/folder/a.svg", "can't be written (No such file or directory)"),
    ],
)
def test_what_the_world_did_wrong_is_one_sentence(
    content: Path,
    scenario: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    activity: str,
    out: str,
    told: str,
) -> None:
    assert scenario.exists()
    assert kiosk(content, "graph", activity, "--out", str(tmp_path / out)) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
