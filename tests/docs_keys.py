"""What a model's keys may hold, in the words that the authors' guide uses."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from kiosk.activities import kinds
from kiosk.activities.survey import WebAddress
from kiosk.content import base
from kiosk.content.venue import Venue

WORDS: dict[Any, str] = {
    base.Name: "id",
    base.Short: "label",
    base.Line: "line",
    base.Speech: "speech",
    base.Text: "text",
    base.FileName: "file name",
    base.Box: "box",
    base.Point: "point",
    base.Icon: "icon",
    base.Picture: "picture",
    base.Clip: "clip",
    base.Video: "video",
    WebAddress: "web address",
    bool: "`true` or `false`",
    int: "whole number",
    str: "a kind",
}
NAMES = {"StoryPart": "part", "LeaderClip": "leader's clip", "Milestone": "step", "MovingPicture": "moving picture"}
"""Models that an author knows by another name than their class."""


def every_model() -> list[type[BaseModel]]:
    """Every model that an author writes, the common ones first."""
    found: list[type[BaseModel]] = [base.Activity, base.Picture, base.Clip, base.Video]
    tops: list[type[BaseModel]] = [*(kind.model for kind in kinds().values()), Venue]
    for top in tops:
        _gather(top, found)
    return found


def _gather(model: type[BaseModel], found: list[type[BaseModel]]) -> None:
    if model not in found:
        found.append(model)
    for annotation in get_type_hints(model).values():
        for inner in _models(annotation):
            if inner not in found:
                _gather(inner, found)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def rows(model: type[BaseModel]) -> list[tuple[str, str, str]]:
    """(key, needed or not, what it holds) of a model's own keys, without those of the model that it extends."""
    hints = get_type_hints(model, include_extras=True)
    parents = [parent for parent in model.__mro__[1:] if issubclass(parent, BaseModel)]
    inherited = {name for parent in parents for name in parent.model_fields}
    own = {name: field for name, field in model.model_fields.items() if name not in inherited}
    return [(name, "yes" if field.is_required() else "", holds(hints[name])) for name, field in own.items()]


def holds(annotation: Any) -> str:
    """What may stand there, in words."""
    for known, words in WORDS.items():
        if annotation == known:
            return words
    if get_origin(annotation) is Annotated:
        return _limited(annotation.__origin__, list(annotation.__metadata__))
    if get_origin(annotation) in (Union, UnionType):
        return " or ".join(holds(one) for one in get_args(annotation) if one is not NoneType)
    if get_origin(annotation) is Literal:
        *others, last = (f"`{word}`" for word in get_args(annotation))
        return f"{', '.join(others)} or {last}" if others else last
    if get_origin(annotation) is tuple:
        return f"list of {_several(get_args(annotation)[0])}"
    if get_origin(annotation) is dict:
        return f"group of ids, each with a {holds(get_args(annotation)[1])}"
    name = str(annotation.__name__)
    return NAMES.get(name, name.lower())


def _several(annotation: Any) -> str:
    words = holds(annotation)
    if words.startswith("`"):
        return words
    return f"{words}es" if words.endswith("ch") else f"{words}s"


def _limited(inner: Any, metadata: list[Any]) -> str:
    least = most = None
    for one in (limit for field in metadata for limit in (field, *getattr(field, "metadata", ()))):
        least = getattr(one, "min_length", None) or getattr(one, "ge", None) if least is None else least
        most = getattr(one, "max_length", None) or getattr(one, "le", None) if most is None else most
    words = holds(inner)
    if least == most is not None:
        return f"{words}, exactly {least}"
    if most is not None:
        return f"{words}, {least or 0} to {most}"
    return words if least is None else f"{words}, at least {least}"
