"""What an SVG from content may hold, and how large it says it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kiosk.content.svg import read_svg, svg_size, view_box
from kiosk.content.unfit import Unfit


def svg(inside: str = "", head: str = 'viewBox="0 0 40 30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script in capitals": "<SCRIPT/>",
    "a handler": "<g onclick='x()'/>",
    "a handler in capitals": "<g ONLOAD='x()'/>",
    "foreign HTML": "<foreignObject><p/></foreignObject>",
    "an element of another kind": '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml"/>',
    "an element of no kind": '<g xmlns=""><rect/></g>',
    "an outside picture": "<image href='https://example.org/a.png'/>",
    "an outside picture by xlink": "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='file:///etc/passwd'/>",
    "an outside picture of a filter": "<feImage href='https://example.org/a.png'/>",
    "a picture within": "<image href='data:image/svg+xml;base64,AAAA'/>",
    "a copy": "<use href='#a'/>",
    "a copy from outside": "<use href='other.svg#a'/>",
    "a link that runs": "<a href='javascript:x()'><g/></a>",
    "a link that runs, in pieces": "<g href='java&#10;script:x()'/>",
    "an outside link": "<linearGradient href='other.svg#g'/>",
    "an outside link by xlink": (
        '<linearGradient xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>'
    ),
    "an outside fill": "<rect fill='url(https://example.org/#a)'/>",
    "an outside fill beside an inside one": "<rect fill='url(#a)' stroke='url(#a) url(//example.org/a)'/>",
    "an outside fill in a style": "<rect style='fill:url(//example.org/a)'/>",
    "an outside fill in a style, spaced": '<rect style="fill: URL ( file:///etc/passwd )"/>',
    "an outside fill in a style, escaped": "<rect style='fill:u\\72l(//example.org)'/>",
    "an outside fill by another function": "<rect style='fill:image-set(\"//example.org/a.png\" 1x)'/>",
    "an import in a style": "<rect style=\"@import 'a.css'\"/>",
    "styles of its own": "<style>rect{fill:#fff}</style>",
    "something that moves": "<set attributeName='onload' to='x()'/>",
    "another place to start from": "<g xml:base='https://example.org/'/>",
    "a frame": "<iframe src='https://example.org'/>",
    "a stylesheet": "<?xml-stylesheet href='a.css'?>",
    "letters": "<text>a screen may not have its font</text>",
    "too deep a nest": "<g>" * 70 + "</g>" * 70,
    "too many shapes": "<g/>" * 20_001,
    "too many bytes": f"<title>{'a' * 2_000_000}</title>",
}


@pytest.mark.parametrize("inside", REFUSED.values(), ids=REFUSED.keys())
def test_a_picture_that_does_more_than_draw_plain_shapes_is_refused(inside: str) -> None:
    with pytest.raises(Unfit) as refused:
        read_svg(svg(inside))
    assert refused.value.what and refused.value.do


@pytest.mark.parametrize(
    "inside",
    [
        "<linearGradient id='g'/><linearGradient id='h' href='#g'/><rect fill='url(#g)' stroke='url( \"#h\" )'/>",
        "<g style='fill: rgb(1, 2, 3); stroke: url(#g)' transform='translate(1 2) rotate(30)'/>",
        "<title>A script for two: javascript</title><desc>on a url to nowhere</desc>",
        "<g id='Layer(1)' class='a(b)' data-name='x(y)'/>",
        "<g xmlns:i='urn:i' i:file='C:\\art\\a.svg'/>",
        "<!-- <script/> -->",
    ],
)
def test_what_only_draws_is_fine(inside: str) -> None:
    assert svg_size(svg(inside)) == (40, 30)


def test_what_comes_of_a_picture_holds_only_what_is_drawn() -> None:
    root = read_svg(svg("<!-- note --><g xmlns:i='urn:i' i:file='a.svg' id='a'/>"))
    (group,) = root
    assert group.attrib == {"id": "a"}


def test_entities_and_their_bombs_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("&b;").decode()
    with pytest.raises(Unfit, match="DOCTYPE"):
        read_svg(bomb.encode())


@pytest.mark.parametrize(
    "data", [b'<html xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', b"<svg viewBox='0 0 1 1'/>", svg()[:-1]]
)
def test_what_is_no_svg_or_only_half_of_one_is_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        read_svg(data)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="-5,-5,40.4,30.6" width="9"', (40, 31)),
        ('width="40" height="30px"', (40, 30)),
        ('viewBox="0 0 nan 30"', None),
        ('viewBox="nan 0 40 30"', None),
        ('viewBox="0 0 0 30"', None),
        ('viewBox="0 0 1e9 1e9"', None),
        ('viewBox="0 0 20000 20"', None),
        ('viewBox="0 0 40"', None),
        ('width="100%" height="100%"', None),
        ("", None),
    ],
)
def test_a_picture_says_how_large_it_is_or_is_refused(head: str, size: tuple[int, int] | None) -> None:
    if size is None:
        with pytest.raises(Unfit):
            svg_size(svg(head=head))
    else:
        assert svg_size(svg(head=head)) == size


def test_a_picture_keeps_where_its_own_units_begin() -> None:
    assert view_box(read_svg(svg(head='viewBox="-5 -6 40 30"'))) == (-5, -6, 40, 30)


def test_every_picture_of_the_repository_only_draws() -> None:
    root = Path(__file__).parents[2]
    found = [path for folder in ("content", "kiosk") for path in sorted((root / folder).rglob("*.svg"))]
    assert len(found) > 90
    for path in found:
        assert min(svg_size(path.read_bytes())) > 0, path


def test_a_long_path_is_read_once_and_not_once_for_each_letter() -> None:
    before = time.process_time()
    svg_size(svg(f'<path d="M{"0-" * 200_000}"/>'))
    assert time.process_time() - before < 5, "this takes some milliseconds; once a letter it is minutes"
