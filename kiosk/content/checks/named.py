"""Which files a model names: found by their type, whatever their key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from kiosk.content.base import FileName


def files_of(model: BaseModel) -> Iterator[str]:
    """The name of every file, in the model's order."""
    for name, is_file in _fields(type(model)).items():
        yield from _within(getattr(model, name), is_file)


def _within(value: object, is_file: bool) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from files_of(value)
    elif isinstance(value, str):
        if is_file:
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _within(inner, is_file)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _within(inner, is_file)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, bool]:
    """Whether what stands in a field, or in a list in it, is the name of a file."""
    return {name: _is_file(hint) for name, hint in get_type_hints(model, include_extras=True).items()}


def _is_file(hint: Any) -> bool:
    return hint == FileName or any(_is_file(one) for one in get_args(hint))
