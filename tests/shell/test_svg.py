"""How an SVG from content is drawn here, and which groups make a face."""

from __future__ import annotations

import pytest

from kiosk.shell import svg
from kiosk.shell.raster import draw
from kiosk.shell.request import Groups, Request
from kiosk.shell.svg import UnsafePicture

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">%s</svg>'


def test_a_picture_that_could_harm_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnsafePicture) as refused:
        svg.read_svg((PLAIN % "<script>alert(1)</script>").encode())
    assert str(refused.value) == "The picture has a <script> in it, which is not a plain shape; save it as plain SVG."


@pytest.mark.parametrize("link", ['href="#a"', 'xlink:href="#a"'])
def test_a_gradient_that_borrows_the_colours_of_another_is_drawn_with_them(link: str) -> None:
    picture = PLAIN % (
        '<linearGradient id="a"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#ff0000"/>'
        f'</linearGradient><linearGradient id="b" xmlns:xlink="http://www.w3.org/1999/xlink" {link}/>'
        '<rect width="40" height="20" fill="url(#b)"/>'
    )
    image = draw(picture.encode(), Request(sha="", width=40, height=20))
    assert image.pixelColor(20, 10).name() == "#ff0000"


def test_groups_are_shown_and_hidden_by_name_and_others_stay_as_drawn() -> None:
    root = svg.read_svg((PLAIN % '<g id="a" display="none"/><g id="b"/><g id="c" display="none"/>').encode())
    shown = svg.read_svg(svg.with_groups(root, Groups(show=("a", "nowhere"), hide=("b",))))
    by_id = {element.get("id"): element.get("display") for element in shown.iter() if element.get("id")}
    assert by_id == {"a": None, "b": "none", "c": "none"}


LEADER = {"head", "eyes", "eyes-closed", "mouth", "mouth-open"}
WOMAN = {
    f"woman-face-{mood}{part}"
    for mood in svg.MOODS
    for part in ("", "-brows", "-eyes", "-eyes-closed", "-mouth", "-mouth-open")
}


def test_a_leader_speaks_by_swapping_one_mouth_for_the_other() -> None:
    shut = svg.face_groups(LEADER, "", "", mouth_open=False, eyes_closed=False)
    speaking = svg.face_groups(LEADER, "", "", mouth_open=True, eyes_closed=False)
    assert set(shut.show) == {"mouth", "eyes"} and set(shut.hide) == {"mouth-open", "eyes-closed"}
    assert set(speaking.show) == {"mouth-open", "eyes"} and set(speaking.hide) == {"mouth", "eyes-closed"}


def test_a_person_in_a_room_shows_exactly_one_mood() -> None:
    look = svg.face_groups(WOMAN, "woman", "moved", mouth_open=False, eyes_closed=True)
    faces = {f"woman-face-{mood}" for mood in svg.MOODS}
    assert faces & set(look.show) == {"woman-face-moved"}
    assert faces & set(look.hide) == faces - {"woman-face-moved"}
    assert "woman-face-moved-eyes-closed" in look.show and "woman-face-moved-eyes" in look.hide


def test_a_mood_that_is_not_drawn_falls_back_to_one_that_is() -> None:
    look = svg.face_groups(WOMAN, "woman", "furious", mouth_open=False, eyes_closed=False)
    assert "woman-face-guarded" in look.show


def test_a_face_without_an_open_mouth_keeps_the_one_it_has() -> None:
    look = svg.face_groups({"mouth", "eyes"}, "", "", mouth_open=True, eyes_closed=True)
    assert set(look.show) == {"mouth", "eyes"}
