"""JSON Schema of every file that an author writes, for editors that check and explain while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from kiosk.content import theme_model
from kiosk.content.base import Kind, Model
from kiosk.content.keys import about, every_model, words
from kiosk.content.venue import Venue

FOLDER = ".schema"
"""Where they lie in the content folder."""
DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors know. References are written out, because what may stand beside one is not the same for all of them."""

Schema = dict[str, Any]


def schemas(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """The text of each schema by its file name: one a kind, `zones.json`, `theme.json`."""
    found = {f"{name}.json": _of_models(kind.model) for name, kind in kinds.items()}
    return {**found, "zones.json": _of_models(Venue), "theme.json": _of_theme()}


def pointer(path: str) -> str:
    """The first line of a file whose schema lies at `path`, as seen from its folder."""
    return f"# yaml-language-server: $schema={path}\n"


def _of_models(top: Any) -> str:
    models = {model.__name__: model for model in every_model(top)}
    return _text(top.model_json_schema(), models, top)


def _of_theme() -> str:
    raw = msgspec.json.schema(theme_model.Theme)
    models = {name: getattr(theme_model, name) for name in raw["$defs"]}
    return _text(raw, models, theme_model.Theme)


def _text(raw: Schema, models: Mapping[str, type], top: type) -> str:
    defs = raw.get("$defs", {})
    root = _group(defs.get(top.__name__, raw), top, defs, models)
    return json.dumps({"$schema": DRAFT, **root}, indent=1, ensure_ascii=False) + "\n"


def _group(node: Schema, model: type, defs: Schema, models: Mapping[str, type]) -> Schema:
    """The schema of a model, each key with its words."""
    said: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Model | theme_model.Part):
            said |= words(one)
    made = _plain(node, defs, models)
    for key, inner in made["properties"].items():
        form = "" if "properties" in inner else inner.get("description", "")
        inner["description"] = f"{said[key]} ({form})" if form else said[key]
    return {**made, "title": model.__name__, "description": about(model)}


def _plain(node: Schema, defs: Schema, models: Mapping[str, type]) -> Schema:
    """A schema with its references written out, and without what only says that nothing may stand there."""
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        return _group(defs[name], models[name], defs, models)
    made: Schema = {}
    for key, value in node.items():
        match key:
            case "properties":
                made[key] = {name: _plain(one, defs, models) for name, one in value.items()}
            case "patternProperties":
                made[key] = {name: _plain(one, defs, models) for name, one in value.items()}
                made["additionalProperties"] = False
            case "items" | "additionalProperties" | "propertyNames" if isinstance(value, dict):
                made[key] = _plain(value, defs, models)
            case "anyOf":
                made[key] = [_plain(one, defs, models) for one in value if one != {"type": "null"}]
            case "prefixItems":
                # A fixed number of values, all alike.
                made["items"] = _plain(value[0], defs, models)
            case "title" | "$defs":
                pass
            case "default" if value in (None, [], {}):
                pass
            case "items" if value is False:
                pass
            case _:
                made[key] = value
    if len(made.get("anyOf", ())) == 1:
        (only,) = made.pop("anyOf")
        made = {**only, **made}
    return made
