"""Web addresses are https, and lead where the venue allows."""

from __future__ import annotations

import pytest
from content.checks.checked import activity, told, whole
from small_venue import replace_in

from kiosk.content.checks.links import addresses
from kiosk.settings import Settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://www.example.org/tea?x=1.", ""),
        ("See (https://www.example.org), love.", ""),
        ("See www.example.org for tea.", ""),
        ("Write to ada@example.com.", ""),
        ("Tea at 10.30, e.g. in the hall.", ""),
        ("See http://www.example.org/tea.", "`http://www.example.org/tea` does not begin with https://"),
        ("See ftp://www.example.org.", "does not begin with https://"),
        ("See https://example.com/tea.", "leads to `example.com`, which the venue's `links:` does not name"),
        ("See https://www.example.org.evil.com.", "leads to `www.example.org.evil.com`"),
        ("See https://www.example.org@evil.com/x.", "leads to `www.example.org@evil.com`"),
        ("See EXAMPLE.com for tea.", "leads to `example.com`"),
        ("See https://[broken.", "does not begin with https://"),
    ],
)
def test_an_address_that_is_not_safe_or_not_allowed_is_told(venue: Settings, text: str, words: str) -> None:
    replace_in(venue.content / "walk" / "activity.yaml", "text: It began with rain.\n", f'text: "{text}"\n')
    faults = told(activity(venue, "walk"))
    assert len(faults) == bool(words), faults
    if words:
        assert faults[0].startswith("walk/activity.yaml:9: ") and words in faults[0]


def test_the_venue_says_which_hosts_are_allowed(venue: Settings) -> None:
    replace_in(venue.zones, "text: Goodbye.", 'text: "See https://tea.example.com/."')
    (fault,) = told(whole(venue))
    assert "(nothing yet)" in fault and fault.endswith("or add that host to `links:` in zones.yaml")
    venue.zones.write_text(venue.zones.read_text("utf-8") + "links: [tea.example.com]\n", "utf-8")
    assert told(whole(venue)) == []


def test_an_address_is_found_wherever_it_stands() -> None:
    data = {"a": ["x", {"b": "https://one.example"}], "c": "at www.two.example, say", "file": "www.three.example"}
    found = [(at, address) for at, address in addresses(data)]
    assert found == [(("a", 1, "b"), "https://one.example"), (("c",), "www.two.example")]
