"""A true-to-life story in a few parts: what was seen, what was asked, what it became."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import (
    Activity,
    Clip,
    Kind,
    Model,
    Picture,
    Problem,
    Shelf,
    Short,
    Text,
    Video,
    paragraphs,
)
from kiosk.content.deck import END, Action, Deck, Props, Route, Screen


class StoryPart(Model):
    """One part of the story."""

    label: Short
    """Its tab."""
    text: Text
    """The story itself."""
    next: Short
    """The button that leads on; in the last part it ends the activity."""
    picture: Picture | None = None
    """Its own picture; when there is none, the card's."""
    clip: Clip | None = None
    """A voice that reads it."""
    video: Video | None = None
    """A film instead of a clip: a part has one or the other."""


class CaseStudy(Activity):
    """A true-to-life story in up to six parts."""

    kind: Literal["case_study"]
    heading: Short
    """Stands above every part."""
    parts: Annotated[tuple[StoryPart, ...], Field(min_length=1, max_length=6)]
    """The story, in order."""


def problems(study: CaseStudy) -> Iterator[Problem]:
    for index, part in enumerate(study.parts):
        if part.clip and part.video:
            yield Problem(("parts", index, "clip"), "a part has a clip and a video at once", "keep one of the two")


def compile_deck(activity: str, study: CaseStudy, shelf: Shelf) -> Deck:
    names = [f"part-{number}" for number in range(1, len(study.parts) + 1)]
    tabs = [{"label": part.label, "action": name} for part, name in zip(study.parts, names, strict=True)]
    screens = {}
    for index, (part, name) in enumerate(zip(study.parts, names, strict=True)):
        following = names[index + 1] if index + 1 < len(names) else END
        props: Props = {
            "heading": study.heading,
            "label": part.label,
            "paragraphs": paragraphs(part.text),
            "picture": shelf.picture(part.picture or study.picture),
            "tabs": tabs,
            "tab": name,
            "progress": {"value": index + 1, "total": len(names)},
        }
        actions = [Action(tab["action"], "open", tab["label"], routes=(Route(tab["action"]),)) for tab in tabs]
        if part.clip:
            actions.append(Action("listen", "play", shelf.say("Listen"), props={"clip": shelf.clip(part.clip)}))
        if part.video:
            props["video"] = shelf.video(part.video)
            actions.append(Action("watch", "watch", shelf.say("Watch")))
        actions.append(Action("next", "next", part.next, routes=(Route(following),)))
        screens[name] = Screen(name, "part", props, actions=tuple(actions))
    return Deck(activity, study.kind, study.title, names[0], screens)


KIND = Kind(name="case_study", model=CaseStudy, problems=problems, compile=compile_deck)
