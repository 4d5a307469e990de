"""What an SVG from content may do, and which groups make a face."""

from __future__ import annotations

import pytest

from kiosk.shell import svg
from kiosk.shell.svg import Groups, UnsafePicture

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">%s</svg>'

REFUSED = {
    "a DOCTYPE": '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "an entity bomb": (
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>&b;</title></svg>'
    ),
    "a script": PLAIN % "<script>alert(1)</script>",
    "an outside picture": PLAIN % '<image href="https://example.org/a.png"/>',
    "a repeated copy": PLAIN % '<use href="#a"/>',
    "foreign HTML": PLAIN % "<foreignObject/>",
    "an element of another kind": PLAIN % '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml"/>',
    "a handler": PLAIN % '<rect onclick="go()"/>',
    "an outside gradient": PLAIN % '<rect fill="url(https://example.org/g#a)"/>',
    "an outside fill in a style": PLAIN % '<rect style="fill: URL ( file:///etc/passwd )"/>',
    "an outside link by xlink": (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">'
        '<linearGradient xlink:href="file:///etc/passwd"/></svg>'
    ),
    "a stylesheet": '<?xml-stylesheet href="a.css"?>' + PLAIN % "",
    "no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "a size of nothing": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 20"/>',
    "a size past all bounds": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100000 20"/>',
    "a size that is no number": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 20"/>',
    "a root that is not SVG": '<html xmlns="http://www.w3.org/2000/svg"/>',
    "half a file": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">',
    "too deep a nest": PLAIN % ("<g>" * 70 + "</g>" * 70),
    "too many shapes": PLAIN % ("<g/>" * 20_001),
    "too many bytes": PLAIN % f"<title>{'a' * 2_000_000}</title>",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_an_svg_that_could_harm_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnsafePicture) as refused:
        svg.read_svg(text.encode())
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


def test_plain_shapes_and_gradients_inside_the_file_pass() -> None:
    root = svg.read_svg(
        (PLAIN % '<defs><linearGradient id="g"/></defs><rect id="r" fill="url(#g)" width="4"/>').encode()
    )
    assert svg.view_box(root) == (0, 0, 40, 20)
    assert svg.ids(root) == {"g", "r"}


def test_a_picture_without_a_view_box_takes_its_width_and_height() -> None:
    root = svg.read_svg(b'<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="12"/>')
    assert svg.view_box(root) == (0, 0, 30, 12)


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
