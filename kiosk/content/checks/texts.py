"""What of a model people read or hear, and which files it names: found by their types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from kiosk.content.base import FileName, Line, Location, Short, Speech, Text

_READ = (Short, Line, Speech, Text)
_FILES = (FileName,)


def texts_of(model: BaseModel) -> Iterator[tuple[Location, str]]:
    """Every text that people read or hear, with where it stands."""
    return _strings(model, _READ, ())


def files_of(model: BaseModel) -> Iterator[tuple[Location, str]]:
    """The name of every file, with where it stands."""
    return _strings(model, _FILES, ())


def _strings(model: BaseModel, types: tuple[Any, ...], at: Location) -> Iterator[tuple[Location, str]]:
    for name, is_one in _fields(type(model), types).items():
        yield from _within(getattr(model, name), types, is_one, (*at, name))


def _within(value: object, types: tuple[Any, ...], is_one: bool, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, BaseModel):
        yield from _strings(value, types, at)
    elif isinstance(value, str):
        if is_one:
            yield at, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _within(inner, types, is_one, (*at, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _within(inner, types, is_one, (*at, index))


@cache
def _fields(model: type[BaseModel], types: tuple[Any, ...]) -> Mapping[str, bool]:
    """Whether what stands in a field, or in a list in it, is of one of these types."""
    return {name: _is_of(hint, types) for name, hint in get_type_hints(model, include_extras=True).items()}


def _is_of(hint: Any, types: tuple[Any, ...]) -> bool:
    return hint in types or any(_is_of(one, types) for one in get_args(hint))
