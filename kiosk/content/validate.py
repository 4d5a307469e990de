"""From plain data to a kind's frozen model, each thing that does not fit told with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec
from pydantic import BaseModel, ValidationError

from kiosk.content import allowed
from kiosk.content.base import Location
from kiosk.content.faults import Faults
from kiosk.content.reader import Data, Document

Model = TypeVar("Model", bound=BaseModel)


def validate(document: Document, model: type[Model], faults: Faults) -> Model | None:
    """The document as a `model`, or None with every reason among the faults.

    Lists become tuples and nothing else is converted. What the reader already complained about is not told twice.
    """
    try:
        # JSON, because there a list may become a tuple while everything else stays strict.
        return model.model_validate_json(msgspec.json.encode(document.data))
    except ValidationError as error:
        for problem in _told_once(_Problem.of(one, document.data) for one in error.errors(include_url=False)):
            if any(problem.at[:size] in document.spoiled for size in range(len(problem.at) + 1)):
                continue
            what, do = _sentence(problem, model)
            faults.error(document.file, document.line(problem.at), what, do)
        return None


class _Problem(NamedTuple):
    """One of pydantic's errors. `at` is where in the data; `loc` also names the branches of unions."""

    kind: str
    loc: Location
    at: Location
    got: Data
    context: dict[str, Any]
    message: str

    @classmethod
    def of(cls, error: Any, data: Data) -> _Problem:
        loc: Location = error["loc"]
        kind = str(error["type"])
        holder = loc[:-1] if kind == "missing" else loc
        at = _place(holder, data, error["input"])
        return cls(kind, loc, at, error["input"], error.get("ctx") or {}, str(error["msg"]))


def _place(loc: Location, data: Data, got: Data) -> Location:
    """Where in `data` an error lies: `loc` without the names of union branches, which are not in the data."""

    def search(rest: Location, node: Data, at: Location) -> Iterator[Location]:
        if not rest:
            if node == got:
                yield at
            return
        first, after = rest[0], rest[1:]
        inner = _within(node, first)
        if inner is not _NOTHING:
            yield from search(after, inner, (*at, first))
        if isinstance(first, str):
            yield from search(after, node, at)

    return next(search(loc, data, ()), ())


_NOTHING = object()


def _within(node: Data, part: str | int) -> Data:
    if isinstance(node, dict):
        return node.get(part, _NOTHING)
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return _NOTHING


def _told_once(problems: Iterable[_Problem]) -> list[_Problem]:
    """Of a place that may be one of several things, keep only what is wrong with the likeliest of them.

    That is the one that got furthest: a picture without its description is not also a text that isn't one.
    """
    found = list(problems)
    kept: list[_Problem] = []
    for problem in found:
        if problem.kind == "too_short" and len(problem.got) >= problem.context["min_length"]:
            # Entries that are wrong themselves were not counted.
            continue
        is_type = problem.kind in _EXPECTED
        inside = any(other.at[: len(problem.at)] == problem.at and not _EXPECTED.get(other.kind) for other in found)
        twin = any(other.at == problem.at and other.kind in _EXPECTED for other in kept)
        if is_type and ((inside and _in_union(problem, found)) or twin):
            continue
        kept.append(problem)
    return kept


def _in_union(problem: _Problem, found: list[_Problem]) -> bool:
    return any(other.at[: len(problem.at)] == problem.at and other.loc != problem.loc for other in found)


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a group of `name: value` lines",
    "model_type": "a group of `name: value` lines",
    "model_attributes_type": "a group of `name: value` lines",
    "none_required": "nothing",
}


def _found(got: Data) -> str:
    match got:
        case None:
            return "nothing"
        case bool():
            return f"`{str(got).lower()}`"
        case int() | float():
            return f"the number {got}"
        case str():
            return f"the text “{_short(got)}”"
        case list():
            return "a list"
        case _:
            return "a group"


def _short(text: object, limit: int = 40) -> str:
    line = " ".join(str(text).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _name(at: Location) -> str:
    """A place as an author thinks of it: its key, or which one in a list."""
    match at:
        case ():
            return "this file"
        case (*_, str(key)):
            return f"`{key}`"
        case (*_, str(key), int(index)):
            return f"number {index + 1} in `{key}`"
        case _:
            return f"number {int(at[-1]) + 1} in this list"


def _sentence(problem: _Problem, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    name, context, got = _name(problem.at), problem.context, problem.got
    kind = problem.kind
    if kind in _EXPECTED:
        return _wrong_type(problem)
    if kind == "missing":
        return _missing(problem, model)
    if kind == "extra_forbidden":
        return _unknown(problem, model)
    match kind:
        case "literal_error" | "enum":
            choices = allowed.choices(str(context["expected"]))
            return f"{name} cannot be {_found(got)}", _choose(str(got), choices)
        case "union_tag_invalid":
            key, choices = _key(context["discriminator"]), allowed.choices(str(context["expected_tags"]))
            tag = str(context["tag"])
            return f"`{key}` cannot be “{_short(tag)}”", _choose(tag, choices)
        case "union_tag_not_found":
            key = _key(context["discriminator"])
            return f"`{key}` is missing from {name}", f"say which sort it is with `{key}:`"
        case "string_too_long":
            size, limit = len(str(got)), context["max_length"]
            return f"{name} has {size:,} characters", f"keep it to {limit:,}; that is what fits the screen"
        case "string_too_short":
            least = context["min_length"]
            return (f"{name} is empty", "write its text") if least == 1 else (
                f"{name} is too short", f"write at least {least} characters")  # fmt: skip
        case "too_long":
            return f"{name} has {_entries(got)}", f"keep it to {context['max_length']}{_hint(problem, model)}"
        case "too_short":
            least = context["min_length"]
            return f"{name} has {_entries(got)}", f"give at least {least}{_hint(problem, model)}"
        case "greater_than_equal" | "greater_than":
            bound = context.get("ge", context.get("gt"))
            return f"{name} is {got}, which is too small", f"write {_at_least(kind)} {bound}"
        case "less_than_equal" | "less_than":
            bound = context.get("le", context.get("lt"))
            return f"{name} is {got}, which is too large", f"write {_at_most(kind)} {bound}"
        case "multiple_of":
            return f"{name} is {got}", f"write a multiple of {context['multiple_of']}"
        case "string_pattern_mismatch":
            return f"{name} cannot be “{_short(got)}”", _like(str(context["pattern"]), _hint(problem, model))
        case "value_error" | "assertion_error":
            what, _, do = str(context.get("error", problem.message)).partition(" — ")
            return what, do or "look at an example of this kind"
    return f"{name} is not right: {problem.message.lower()}", "look at an example of this kind"


def _wrong_type(problem: _Problem) -> tuple[str, str]:
    name, got, wanted = _name(problem.at), problem.got, _EXPECTED[problem.kind]
    if got is None:
        return f"{name} has no value", f"write {wanted} after it, or take the line away"
    what = f"{name} should be {wanted}, not {_found(got)}"
    if wanted == "text" and isinstance(got, bool | int | float):
        return what, "put it in quotes"
    if wanted == "a list" and isinstance(got, str):
        return what, "begin each entry on a line of its own with `- `"
    if isinstance(got, str) and "number" in wanted:
        return what, "write figures only, without quotes"
    return what, f"write {wanted}"


def _missing(problem: _Problem, model: type[BaseModel]) -> tuple[str, str]:
    key = problem.loc[-1]
    if isinstance(key, int):
        return f"{_name(problem.at)} is too short", f"give it one more value{_hint(problem, model)}"
    where = "" if problem.at == () else f" from {_name(problem.at)}"
    return f"`{key}` is missing{where}", f"add `{key}:`"


def _unknown(problem: _Problem, model: type[BaseModel]) -> tuple[str, str]:
    key = str(problem.loc[-1])
    keys = allowed.keys(model, problem.loc[:-1])
    return f"`{_short(key)}` means nothing here", _choose(key, keys) if keys else "take it away"


def _choose(word: str, choices: list[str]) -> str:
    near = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
    if near and len(choices) == 1:
        return f"did you mean `{near[0]}`?"
    return f"did you mean `{near[0]}`? It can be {_one_of(choices)}" if near else f"use {_one_of(choices)}"


def _entries(got: Data) -> str:
    return "1 entry" if len(got) == 1 else f"{len(got) or 'no'} entries"


def _one_of(choices: list[str]) -> str:
    named = [f"`{one}`" for one in choices[:40]]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def _key(discriminator: object) -> str:
    return str(discriminator).strip("'")


def _at_least(kind: str) -> str:
    return "at least" if kind.endswith("_equal") else "more than"


def _at_most(kind: str) -> str:
    return "at most" if kind.endswith("_equal") else "less than"


def _hint(problem: _Problem, model: type[BaseModel]) -> str:
    """What the model says its author should write there, if it says so."""
    said = allowed.description(model, problem.loc[:-1] if problem.kind == "missing" else problem.loc)
    return f" ({said})" if said else ""


def _like(pattern: str, hint: str) -> str:
    if hint:
        return f"write it as {hint.strip(' ()')}"
    if pattern.startswith("^[a-z]"):
        return "use small letters, figures and single hyphens, such as `living-room`"
    return f"write it in the form {pattern}"
