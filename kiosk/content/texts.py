"""The texts of a model that are for people: found by their type, and put into other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from kiosk.content.base import ForPeople, Location, paragraphs

M = TypeVar("M", bound=BaseModel)


class Heard(NamedTuple):
    """A text for people: where it stands, what it says, how many letters may stand there."""

    at: Location
    text: str
    most: int


def texts_of(model: BaseModel) -> list[Heard]:
    """Every text for people in a model, in its order."""
    found: list[Heard] = []

    def look(heard: Heard) -> str:
        found.append(heard)
        return heard.text

    _changed(model, look, ())
    return found


def in_words(model: M, words: Mapping[str, str]) -> M:
    """The model with every text that `words` has (by its `key`) put into those; the others stay as they are."""
    return _changed(model, lambda heard: words.get(key(heard.text), heard.text), ())


def key(text: str) -> str:
    """What a text is known by: how its lines are broken doesn't count."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """A text as it is shown: each paragraph one line, with an empty line between them."""
    return "\n\n".join(paragraphs(text))


_Change = Callable[[Heard], str]


def _changed(model: M, change: _Change, at: Location) -> M:
    fresh = {
        name: _value(_annotation(field.annotation, field.metadata), getattr(model, name), change, (*at, name))
        for name, field in type(model).model_fields.items()
    }
    return model.model_copy(update=fresh)


def _annotation(annotation: Any, metadata: list[Any]) -> Any:
    return Annotated[annotation, *metadata] if metadata else annotation


def _value(annotation: Any, value: Any, change: _Change, at: Location) -> Any:
    if isinstance(value, BaseModel):
        return _changed(value, change, at)
    if isinstance(value, str):
        most = next((mark.most for _, marks in _options(annotation) for mark in marks), None)
        return value if most is None else change(Heard(at, value, most))
    if isinstance(value, Mapping):
        inner = _within(annotation, dict)
        return {name: _value(inner[-1], one, change, (*at, name)) for name, one in value.items()}
    if isinstance(value, tuple):
        inner = _within(annotation, tuple)
        each = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_value(each[n], one, change, (*at, n)) for n, one in enumerate(value))
    return value


def _within(annotation: Any, holder: type) -> list[Any]:
    return next(list(get_args(one)) for one, _ in _options(annotation) if get_origin(one) is holder)


def _options(annotation: Any, marks: tuple[ForPeople, ...] = ()) -> Iterator[tuple[Any, tuple[ForPeople, ...]]]:
    """What a value of that annotation may be, each with the marks that it bears."""
    origin = get_origin(annotation)
    if origin is Annotated:
        borne = (*marks, *(mark for mark in annotation.__metadata__ if isinstance(mark, ForPeople)))
        yield from _options(annotation.__origin__, borne)
    elif origin is Union or origin is UnionType:
        for one in get_args(annotation):
            yield from _options(one, marks)
    else:
        yield annotation, marks
