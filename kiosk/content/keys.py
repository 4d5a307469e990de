"""What an author may write, in words: read from the models, where a string below each key says what it is for.

The page of keys (docs/keys.md) and what an editor shows (`schema.py`) both come from here.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from kiosk.content import base
from kiosk.content.base import Kind
from kiosk.content.room import Debrief, RoomActivity, RoomEnding
from kiosk.content.venue import Host, Venue

HELD: dict[Any, tuple[str, str]] = {
    base.Name: ("id", "a name of your own: small letters, figures and hyphens, beginning with a letter"),
    base.Short: ("label", "a button, a name, a heading"),
    base.Line: ("line", "one sentence, or two short ones"),
    base.Speech: ("speech", "what somebody says in one breath"),
    base.Text: ("text", "an empty line in it starts a new paragraph"),
    base.FileName: ("file name", "a file in the same folder"),
    base.Box: ("box", "four whole numbers in square brackets: left, top, width, height, in the picture's own units"),
    base.Point: ("point", "two whole numbers: from the left, from the top"),
    base.Icon: ("icon", f"one of {', '.join(f'`{name}`' for name in get_args(base.Icon))}"),
    base.WebAddress: ("web address", "begins with `https://`"),
    base.Remark: ("remark", "a word to those who look after the content, never on a screen"),
    Host: ("host", "the middle of a web address, such as `www.example.org`, without `https://` and without a path"),
    bool: ("`true` or `false`", ""),
    int: ("whole number", ""),
    str: ("word", ""),
}
"""What may stand somewhere, as authors call it, and what that is where it doesn't say itself."""
HEAD = """# Every key

What may stand in an activity's file and in `zones.yaml`. *Needed* keys have to be there; leave out any of the others.
How to begin is in [for authors](for-authors.md).

<!-- Written by `kiosk schema --keys docs/keys.md` from the models: change the string below a key there, not this. -->

## What a key holds

The limits are what fits on the screen in the largest letters. Shorter is better.

| word | what it is |
| --- | --- |
"""
COMMON = "## Every activity\n"
ROOMS = "## Every scenario\n"
VENUE = """## The venue: zones.yaml

Paths of pictures are counted from `content/`: `attract/attract.svg`.
"""


@cache
def words(model: type) -> dict[str, str]:
    """What each key of a model of its own is for: the string below it in the source."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(found, ast.ClassDef)  # noqa: S101 - for the type checker
    said = {}
    for key, below in zip(found.body, found.body[1:], strict=False):
        if isinstance(key, ast.AnnAssign) and isinstance(key.target, ast.Name) and isinstance(below, ast.Expr):
            said[key.target.id] = " ".join(str(ast.literal_eval(below.value)).split())
    return said


def about(model: type) -> str:
    """What a model is: the first paragraph of what its source says of it."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def every_model(*tops: type[BaseModel]) -> list[type[BaseModel]]:
    """These models and all that they hold, each once."""
    found: list[type[BaseModel]] = []
    for top in tops:
        _gather(top, found)
    return found


def _gather(model: type[BaseModel], found: list[type[BaseModel]]) -> None:
    if model in found:
        return
    found.append(model)
    for annotation in get_type_hints(model).values():
        for inner in _models(annotation):
            _gather(inner, found)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def page(kinds: Mapping[str, Kind]) -> str:
    """Every key there is, as a page in Markdown."""
    told: list[type[BaseModel]] = []
    parts = [HEAD + _meanings()]
    tops: list[tuple[str, tuple[type[BaseModel], ...]]] = [
        (COMMON, (base.Activity, base.Clip, base.Video)),
        (ROOMS, (RoomActivity, RoomEnding, Debrief)),
        *((f"## {name.replace('_', ' ').capitalize()}\n", (kind.model,)) for name, kind in kinds.items()),
        (VENUE, (Venue,)),
    ]
    for heading, some in tops:
        parts.append(heading)
        for model in (one for one in every_model(*some) if one not in told):
            told.append(model)
            parts.append(_table(model))
    return "\n".join(parts)


def _meanings() -> str:
    lines = []
    for annotation, (name, meaning) in HELD.items():
        most = next((one.max_length for one in _metadata(annotation) if isinstance(one, StringConstraints)), None)
        if meaning:
            lines.append(f"| {name} | {meaning}{f'; up to {most} characters' if most else ''} |\n")
    return "".join(lines)


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())


def _table(model: type[BaseModel]) -> str:
    lines = [] if issubclass(model, base.Activity) or model is Venue else [f"### {_named(model).capitalize()}", ""]
    lines += [about(model), ""]
    parent = model.__mro__[1]
    if parent not in (base.Model, base.Activity):
        lines += [f"It has every key of a {_named(parent)}, and:", ""]
    lines += ["| key | needed | holds | what it is for |", "| --- | --- | --- | --- |"]
    lines += [f"| `{key}` | {' | '.join(rest)} |" for key, *rest in rows(model)]
    return "\n".join(lines) + "\n"


def rows(model: type[BaseModel]) -> Iterator[tuple[str, str, str, str]]:
    """(key, needed or not, what it holds, what it is for) of a model's own keys, without those that it inherits."""
    hints, said = get_type_hints(model, include_extras=True), words(model)
    inherited = {name for parent in model.__mro__[1:] if issubclass(parent, BaseModel) for name in parent.model_fields}
    for name, field in model.model_fields.items():
        if name not in inherited:
            yield name, "yes" if field.is_required() else "", holds(hints[name]), said[name].replace("|", "\\|")


def holds(annotation: Any) -> str:
    """What may stand there, in words."""
    for known, (said, _) in HELD.items():
        if annotation == known:
            return said
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
    return _named(annotation)


def _named(model: type) -> str:
    """A model as an author calls it: `StoryPart` is a story part."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _several(annotation: Any) -> str:
    said = holds(annotation)
    if said.startswith("`"):
        return said
    return f"{said}es" if said.endswith("ch") else f"{said}s"


def _limited(inner: Any, metadata: list[Any]) -> str:
    least = most = None
    for one in (limit for field in metadata for limit in (field, *getattr(field, "metadata", ()))):
        least = getattr(one, "min_length", None) or getattr(one, "ge", None) if least is None else least
        most = getattr(one, "max_length", None) or getattr(one, "le", None) if most is None else most
    said = holds(inner)
    if least == most is not None:
        return f"{said}, exactly {least}"
    if most is not None:
        return f"{said}, {least or 0} to {most}"
    return said if least is None else f"{said}, at least {least}"
