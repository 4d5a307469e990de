"""What a model lets an author write at a place: looked up only to say it in a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kiosk.content.base import Location


def keys(model: type[BaseModel], loc: Location) -> list[str]:
    """The keys that may stand in the group at `loc`, in the order of its model."""
    found = [_named(name, field) for one in _models(_at(model, loc)) for name, field in one.model_fields.items()]
    return list(dict.fromkeys(found))


def description(model: type[BaseModel], loc: Location) -> str:
    """What the field at `loc` says of itself, or nothing."""
    return next((said for annotation in _at(model, loc) for said in _described(annotation)), "")


def _described(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Annotated:
        for extra in annotation.__metadata__:
            if isinstance(extra, FieldInfo) and extra.description:
                yield extra.description
        yield from _described(annotation.__origin__)
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _described(one)


def choices(expected: str) -> list[str]:
    """The words in pydantic's "'a', 'b' or 'c'"."""
    return re.findall(r"'([^']*)'", expected)


def _named(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _at(model: type[BaseModel], loc: Location) -> list[Any]:
    """The annotations that may govern `loc`, whose parts are keys, list positions and names of union branches."""
    here: list[Any] = [model]
    for part in loc:
        options = [option for annotation in here for option in _options(annotation)]
        inner = [one for option in options for one in _inner(option, part)]
        # A part that leads nowhere names a branch of a union.
        here = inner or [option for option in options if _is_branch(option, str(part))] or options
    return here


def _options(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(annotation.__origin__)
    elif origin is Union or origin is UnionType:
        for one in get_args(annotation):
            if one is not NoneType:
                yield from _options(one)
    elif hasattr(annotation, "__value__"):
        yield from _options(annotation.__value__)
    else:
        yield annotation


def _inner(option: Any, part: str | int) -> Iterator[Any]:
    if isinstance(option, type) and issubclass(option, BaseModel):
        for name, field in option.model_fields.items():
            if _named(name, field) == part:
                yield Annotated[field.annotation, field]
        return
    origin, arguments = get_origin(option), get_args(option)
    if not arguments:
        return
    if origin in (tuple, list, set, frozenset) and isinstance(part, int):
        if origin is tuple and arguments[-1] is not Ellipsis:
            yield arguments[min(part, len(arguments) - 1)]
        else:
            yield arguments[0]
    elif origin is dict and isinstance(part, str):
        yield arguments[-1]


def _is_branch(option: Any, name: str) -> bool:
    if not (isinstance(option, type) and issubclass(option, BaseModel)):
        return getattr(option, "__name__", "") == name
    return option.__name__ == name or any(
        name in get_args(field.annotation)
        for field in option.model_fields.values()
        if get_origin(field.annotation) is Literal
    )


def _models(annotations: list[Any]) -> Iterator[type[BaseModel]]:
    for annotation in annotations:
        for option in _options(annotation):
            if isinstance(option, type) and issubclass(option, BaseModel):
                yield option
