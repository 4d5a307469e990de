"""What is wrong where YAML cannot be parsed, in words for people who do not know YAML's own."""

from __future__ import annotations

import re

import yaml

_SENTENCES = (
    ("nesting depth", "lists or groups lie far too deep in each other here", "nest them less"),
    ("quoted scalar.*end of stream", "a quotation mark opened on line {began} is never closed", "close it"),
    ("quoted scalar.*document", "a quotation mark opened on line {began} is never closed", "close it"),
    ("quoted scalar", "a backslash in double quotes has no meaning here", "use single quotes, or write it twice"),
    ("mapping values are not allowed", "there is a second `:` in this line or the indent is off",
     "put the text after the first `: ` in quotes, or line it up with the keys above"),
    ("cannot start any token", "text may not begin with this character", "put the text in quotes"),
    ("flow sequence", "the list opened with [ on line {began} is not closed or lacks a comma",
     "write it as [one, two]"),
    ("flow mapping", "the group opened with {{ on line {began} is not closed or lacks a comma",
     "write it as { one: 1, two: 2 }"),
    ("flow node", "a list or group opened with a bracket on line {began} is not closed", "close it"),
    ("simple key", "there is no `:` after a key, or text runs on further left than it began",
     "write `name: value`, and indent text that goes on in another line"),
    ("block scalar", "the lines of this text are not indented alike", "indent them with the same spaces"),
    ("block collection|block sequence", "this is not in line with the list that began on line {began}",
     "begin it with `- ` and give it the same indent"),
    ("block mapping", "this is not in line with the group that began on line {began}",
     "give it the same indent, and quote text that has marks of its own"),
    ("document start", "this does not belong to what stands before it", "write `name: value` lines only"),
    ("anchor|alias", "a `&` or `*` stands where text begins", "put the text in quotes"),
    ("tag|directive|%", "a `!` or `%` stands where text begins", "put the text in quotes"),
)  # fmt: skip
"""(in the parser's message, what is wrong, what to do); the first that is found is meant."""


def explain(error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """The line at fault, what is wrong there, and what to do."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    began = error.context_mark.line + 1 if error.context_mark else line
    message = f"{error.context or ''} {error.problem or ''}"
    for pattern, what, do in _SENTENCES:
        if re.search(pattern, message):
            return line, what.format(began=began), do
    return line, "this cannot be read as YAML", "compare it with a line that works"
