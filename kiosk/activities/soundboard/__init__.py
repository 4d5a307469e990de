"""Cartoon leaders, each with a few short clips; touching another makes the first give way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Activity, Clip, Kind, Model, Name, Picture, Problem, Shelf, Short, doubles
from kiosk.content.deck import END, Action, Deck, Part, Props, Route, Screen, When


class LeaderClip(Clip):
    """What a leader says under one title."""

    id: Name
    """A name of your own."""
    title: Short
    """The words on its button."""


class Leader(Model):
    """Somebody who speaks."""

    id: Name
    """A name of your own; it is in the results."""
    name: Short
    """The name on screen."""
    role: Short
    """What they do."""
    picture: Picture
    """Their portrait."""
    clips: Annotated[tuple[LeaderClip, ...], Field(min_length=1, max_length=6)]
    """What they say."""


class Soundboard(Activity):
    """Faces to touch, and clips to hear."""

    kind: Literal["soundboard"]
    heading: Short
    """Stands above the board."""
    leaders: Annotated[tuple[Leader, ...], Field(min_length=1, max_length=6)]
    """The faces."""


def problems(board: Soundboard) -> Iterator[Problem]:
    yield from doubles([leader.id for leader in board.leaders], ("leaders",), "leader")
    for index, leader in enumerate(board.leaders):
        yield from doubles([clip.id for clip in leader.clips], ("leaders", index, "clips"), "clip")


def compile_deck(activity: str, board: Soundboard, shelf: Shelf) -> Deck:
    def heard(leader: Leader) -> str:
        return "|".join(f"heard:{leader.id}/{clip.id}" for clip in leader.clips)

    faces: dict[str, Props] = {
        leader.id: {
            "id": leader.id,
            "name": leader.name,
            "role": leader.role,
            "picture": shelf.picture(leader.picture),
        }
        for leader in board.leaders
    }
    ticks = tuple(Part("heard", {"leader": leader.id}, When(needs=(heard(leader),))) for leader in board.leaders)
    choose = [_listen_to(leader, faces[leader.id], shelf) for leader in board.leaders]
    anything = When(needs=("|".join(heard(leader) for leader in board.leaders),))
    screens = {}
    for leader in board.leaders:
        clips = [
            Action(
                clip.id, "play", clip.title, gives=(f"heard:{leader.id}/{clip.id}",), props={"clip": shelf.clip(clip)}
            )
            for clip in leader.clips
        ]  # fmt: skip
        props: Props = {
            "heading": board.heading, "leader": faces[leader.id], "leaders": list(faces.values()),
        }  # fmt: skip
        finish = Action("finish", "next", shelf.say("Finish"), when=anything, routes=(Route(END),))
        screens[leader.id] = Screen(leader.id, "board", props, ticks, (*clips, *choose, finish))
    return Deck(activity, board.kind, board.title, board.leaders[0].id, screens)


def _listen_to(leader: Leader, face: Props, shelf: Shelf) -> Action:
    """A touch on a face: over to that leader, who begins to speak."""
    first = leader.clips[0]
    props = {**face, "clip": shelf.clip(first)}
    heard = f"heard:{leader.id}/{first.id}"
    return Action(f"to-{leader.id}", "choose", leader.name, gives=(heard,), routes=(Route(leader.id),), props=props)


KIND = Kind(name="soundboard", model=Soundboard, problems=problems, compile=compile_deck)
