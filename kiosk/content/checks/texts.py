"""The texts of a model that people read or hear: found by their type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from kiosk.content.base import Line, Location, Short, Speech, Text

_READ = (Short, Line, Speech, Text)


def texts_of(model: BaseModel, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every such text with where it stands."""
    for name, is_read in _fields(type(model)).items():
        yield from _texts(getattr(model, name), is_read, (*at, name))


def _texts(value: object, is_read: bool, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, BaseModel):
        yield from texts_of(value, at)
    elif isinstance(value, str):
        if is_read:
            yield at, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, is_read, (*at, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, is_read, (*at, index))


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, bool]:
    """Whether what stands in a field, or in a list in it, is read."""
    return {name: _is_read(hint) for name, hint in get_type_hints(model, include_extras=True).items()}


def _is_read(hint: Any) -> bool:
    return hint in _READ or any(_is_read(one) for one in get_args(hint))
