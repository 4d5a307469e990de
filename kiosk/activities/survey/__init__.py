"""A few questions before or after: five steps from seed to bloom, choices, an overall rating, words, a QR code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Kind, Line, Model, Name, Problem, Shelf, Short, WebAddress, doubles, sayings
from kiosk.content.deck import END, Action, Ask, Deck, Props, Route, Screen, When

STEPS = sayings("Not yet", "A little", "Getting there", "Confident", "Very confident")
RATINGS = sayings("Excellent", "Very good", "Good", "Fair", "Poor")


class Option(Model):
    """Something to pick."""

    id: Name
    """Its name in the results."""
    label: Short
    """The words to pick."""


class Question(Model):
    """One question, on a screen of its own."""

    id: Name
    """Its name in the results; give a question the same one before and after, and the two can be compared."""
    ask: Literal["scale", "rating", "one", "many", "words"]
    """`scale`: five steps in words; `rating`: excellent to poor; `one` or `many` of some options; `words`: a
    comment, read by a host before anybody else.
    """
    text: Line
    """The question."""
    short: Short | None = None
    """For a `scale`: in two or three words what it is about, for the thanks."""
    help: Line | None = None
    """A sentence below it."""
    labels: Annotated[tuple[Short, ...], Field(min_length=5, max_length=5)] | None = None
    """For a `scale`: your own words for its steps."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=10)] | None = None
    """For `one` and `many`: what to pick from."""
    looking_back: bool = False
    """True for a question about the time before today, asked afterwards."""
    limit: Annotated[int, Field(ge=20, le=500)] = 200
    """For `words`: how many characters; 200 when you don't say."""


class Code(Model):
    """A QR code to a page on the visitor's own phone."""

    address: WebAddress
    """Begins with `https://`; `{session}` in it becomes the session's code."""
    title: Short
    """What the page is."""
    help: Line
    """What to do with the code."""


class Thanks(Model):
    """The last screen."""

    heading: Short
    """In large letters."""
    text: Line
    """Below it."""
    code: Code | None = None
    """A QR code to a page on the visitor's own phone."""


class Survey(Activity):
    """A few questions, before the day or after it."""

    kind: Literal["survey"]
    heading: Short
    """Stands above every question."""
    moment: Literal["before", "after"]
    """When in the day it is asked."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=16)]
    """One a screen."""
    thanks: Thanks
    """The last screen."""


def problems(survey: Survey) -> Iterator[Problem]:
    yield from doubles([question.id for question in survey.questions], ("questions",), "question")
    for index, question in enumerate(survey.questions):
        at = ("questions", index)
        wants = question.ask in ("one", "many")
        if wants and not question.options:
            yield Problem((*at, "ask"), f"a question that asks `{question.ask}` has no options", "add `options:`")
        if question.options and not wants:
            yield Problem(
                (*at, "options"),
                f"a question that asks `{question.ask}` takes no options",
                "remove `options:`",
            )
        if question.options:
            yield from doubles([option.id for option in question.options], (*at, "options"), "option")
        if question.labels and question.ask != "scale":
            yield Problem((*at, "labels"), "only a `scale` takes labels", "remove `labels:`")
        if question.looking_back and survey.moment == "before":
            yield Problem(
                (*at, "looking_back"),
                "a survey before the day can't look back",
                "move it to the after survey",
            )


def compile_deck(activity: str, survey: Survey, shelf: Shelf) -> Deck:
    names = [question.id for question in survey.questions]
    screens = {}
    for index, question in enumerate(survey.questions):
        onward = names[index + 1] if index + 1 < len(names) else "thanks"
        screens[question.id] = _ask(survey, index, question, onward, shelf)
    thanks: Props = {"heading": survey.thanks.heading, "text": survey.thanks.text, "moment": survey.moment}
    thanks["measures"] = [_measure(survey, question, shelf) for question in survey.questions if _grows(question)]
    if survey.thanks.code:
        thanks["code"] = survey.thanks.code.model_dump()
    finish = Action("finish", "next", shelf.say("Finish"), routes=(Route(END),))
    screens["thanks"] = Screen("thanks", "thanks", thanks, actions=(finish,))
    return Deck(activity, survey.kind, survey.title, names[0], screens)


def _grows(question: Question) -> bool:
    """Whether the thanks show the answer: a scale about now."""
    return question.ask == "scale" and not question.looking_back


def _measure(survey: Survey, question: Question, shelf: Shelf) -> Props:
    """What the thanks show of a scale: the answer of this survey, beside the one from before in a survey after."""
    return {
        "text": question.short or question.text,
        "key": f"{survey.moment}.{question.id}",
        "before_key": _before_key(survey, question),
        "labels": _labels(question, shelf),
    }


def _labels(question: Question, shelf: Shelf) -> list[str]:
    return list(question.labels or map(shelf.say, STEPS))


def _before_key(survey: Survey, question: Question) -> str:
    """Where the answer from before is, or nothing: a look back is never mixed with it."""
    return f"before.{question.id}" if survey.moment == "after" and not question.looking_back else ""


def _ask(survey: Survey, index: int, question: Question, onward: str, shelf: Shelf) -> Screen:
    moment = "looking-back" if question.looking_back else survey.moment
    key, answered = f"{moment}.{question.id}", f"answered:{question.id}"
    props: Props = {
        "heading": survey.heading,
        "question": question.text,
        "help": question.help or "",
        "moment": moment,
        "key": key,
        "progress": {"value": index + 1, "total": len(survey.questions)},
    }
    if question.ask == "scale":
        props["before_key"] = _before_key(survey, question)
        choices = [(str(level), label, {"level": level}) for level, label in enumerate(_labels(question, shelf), 1)]
    elif question.ask == "rating":
        choices = [
            (label.lower().replace(" ", "-"), shelf.say(label), {"level": 5 - n}) for n, label in enumerate(RATINGS)
        ]
    else:
        choices = [(option.id, option.label, {}) for option in question.options or ()]
    ids = tuple(choice for choice, _, _ in choices)
    led = (Route(onward),)
    has, not_yet = When(needs=(answered,)), When(unless=(answered,))
    if question.ask == "words":
        props["limit"] = question.limit
        ask = Ask(key, "text", max_length=question.limit, note="comment")
        actions = [Action("send", "write", shelf.say("Send"), gives=(answered,), ask=ask, routes=led)]
    else:
        ask = Ask(key, "many" if question.ask == "many" else "one", ids)
        actions = [
            Action(choice, "answer", label, gives=(answered,), ask=ask, props={"answer": choice, **extra})
            for choice, label, extra in choices
        ]
    actions.append(Action("next", "next", shelf.say("Next"), when=has, routes=led))
    actions.append(Action("skip", "skip", shelf.say("Skip"), when=not_yet, routes=led))
    return Screen(question.id, {"rating": "rating", "scale": "scale", "words": "words"}.get(question.ask, "choice"),
                  {**props, "many": question.ask == "many"}, actions=tuple(actions))  # fmt: skip


KIND = Kind(name="survey", model=Survey, problems=problems, compile=compile_deck)
