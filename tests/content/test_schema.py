"""What an editor is given: the schemas and the page of keys say what the models say, each file points to its own."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kiosk.activities import _template, kinds
from kiosk.commands.authoring import schema
from kiosk.content import base, theme_model
from kiosk.content.keys import about, every_model, holds, page, words
from kiosk.content.schema import schemas
from kiosk.content.venue import Venue
from kiosk.settings import read

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = [ROOT / "zones.yaml", *sorted(CONTENT.glob("*.yaml")), *sorted(CONTENT.glob("*/activity.yaml"))]
WRITE = "run `kiosk schema --content content --keys docs/keys.md`"
MODELS = every_model(_template.KIND.model, *(kind.model for kind in kinds().values()), Venue)
PARTS = [one for one in vars(theme_model).values() if isinstance(one, type) and issubclass(one, theme_model.Part)]

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))


def kind_of(file: Path) -> str:
    kind = str(yaml.safe_load(file.read_text("utf-8"))["kind"])
    return {"venue": "zones"}.get(kind, kind)


def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schemas(kinds())[f"{name}.json"]))


# --- the words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [*MODELS, *PARTS], ids=lambda model: model.__name__)
def test_every_model_and_every_key_says_in_the_source_what_it_is_for(model: Any) -> None:
    assert about(model), f"write a docstring for {model.__qualname__}: what it is to an author"
    own = [key for key in model.__annotations__ if key != "kind"]
    silent = [key for key in own if len(words(model).get(key, "")) < 4]
    assert silent == [], f"write a string below each of these keys of {model.__qualname__}, saying what it is for"


def test_words_are_read_over_several_lines() -> None:
    assert words(base.Picture)["portrait"] == "And this part on a tall one; when you don't say, the same as `view`."


def test_what_a_key_holds_is_said_in_words() -> None:
    scenario = kinds()["scenario"].model.model_fields
    assert holds(base.Name | None) == "id"
    assert holds(tuple[base.Short, ...]) == "list of labels"
    assert holds(dict[base.Name, int]) == "group of ids, each with a whole number"
    assert {"room", "turns"} <= set(scenario)


# --- what is committed ------------------------------------------------------------------------------------------------


def test_the_page_of_keys_is_what_the_models_say() -> None:
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == page(kinds()), WRITE


def test_the_schemas_are_what_the_command_writes(tmp_path: Path) -> None:
    assert schema(read(environment={}), out=str(tmp_path), keys=None) == 0
    made = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert {file.name: file.read_text("utf-8") for file in (CONTENT / ".schema").iterdir()} == made, WRITE


@each_file
def test_every_file_points_to_the_schema_of_its_kind(file: Path) -> None:
    first = file.read_text("utf-8").splitlines()[0]
    target = CONTENT / ".schema" / f"{kind_of(file)}.json"
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, f"begin it with: # yaml-language-server: $schema={os.path.relpath(target, file.parent)}"
    assert (file.parent / found[1]).resolve() == target


# --- what an editor makes of it ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", schemas(kinds()))
def test_every_schema_is_one(name: str) -> None:
    text = schemas(kinds())[name]
    Draft7Validator.check_schema(json.loads(text))
    assert "$ref" not in text


@each_file
def test_every_file_is_valid(file: Path) -> None:
    data = yaml.safe_load(file.read_text("utf-8"))
    assert [error.message for error in validator(kind_of(file)).iter_errors(data)] == []


SCENARIO: Any = yaml.safe_load((CONTENT / "doreen" / "activity.yaml").read_text("utf-8"))
SURVEY: Any = yaml.safe_load((CONTENT / "how-was-it" / "activity.yaml").read_text("utf-8"))
THEME: Any = yaml.safe_load((CONTENT / "theme.yaml").read_text("utf-8"))
ZONES: Any = yaml.safe_load((ROOT / "zones.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("scenario", SCENARIO | {"kind": "survey"}, "'scenario' was expected"),
        ("scenario", SCENARIO | {"colour": "red"}, "'colour' was unexpected"),
        ("scenario", {key: value for key, value in SCENARIO.items() if key != "turns"}, "'turns' is a required"),
        ("scenario", SCENARIO | {"title": "x" * 61}, "is too long"),
        ("scenario", SCENARIO | {"minutes": "4"}, "is not of type 'integer'"),
        ("scenario", SCENARIO | {"picture": SCENARIO["picture"] | {"view": [1, 2, 3]}}, "is too short"),
        ("scenario", SCENARIO | {"people": {"Sam!": SCENARIO["people"]["doreen"]}}, "does not match any"),
        ("survey", SURVEY | {"moment": "during"}, "is not one of"),
        ("theme", THEME | {"type": THEME["type"] | {"steps": [1.0, "big", 1.4]}}, "is not of type 'number'"),
        ("theme", THEME | {"palette": THEME["palette"] | {"ink": "red"}}, "does not match"),
        ("zones", ZONES | {"zones": []}, "should be non-empty"),
    ],
)
def test_what_is_wrong_is_found(name: str, data: object, told: str) -> None:
    found = [error.message for error in validator(name).iter_errors(data)]
    assert any(told in message for message in found), found


@pytest.mark.parametrize("name", schemas(kinds()))
def test_every_key_is_explained_where_an_editor_looks(name: str) -> None:
    found = list(keys_in(json.loads(schemas(kinds())[name])))
    assert len(found) > 8
    assert [key for key, inner in found if len(inner.get("description", "")) < 4] == []


def keys_in(node: Any) -> Any:
    if isinstance(node, list):
        for one in node:
            yield from keys_in(one)
    elif isinstance(node, dict):
        for key, inner in node.items():
            if key == "properties":
                yield from inner.items()
            yield from keys_in(inner)
