"""A page that was loaded once starts with no hub at all, and what is done meanwhile arrives once."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hub.engines import Chromium
from hub.kiosk_stage import HERE, LAST, SENT, WAITING, Kiosk, until
from small_venue import replace_in, write_venue

from kiosk.hub.feed import Sheet, packed
from kiosk.hub.whole import whole


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(write_venue(tmp_path, drawn=True))
    made.on()
    yield made
    made.close()


KEPT = "navigator.serviceWorker.controller && await caches.match('/present')"
TAG = "return (await caches.match('/present')).text()"
ENDED = SENT.replace("count()", "getAll()").replace(" === 0", ".at(-1)?.what === 'end'")
"""The end of the visit is on this device's disk."""


def load_once(page: Chromium, kiosk: Kiosk) -> None:
    page.open(kiosk.url)
    until(page, HERE)
    until(page, KEPT)


def test_a_page_that_was_loaded_once_starts_without_the_hub_and_all_arrives_once(
    chromium: Chromium, kiosk: Kiosk
) -> None:
    load_once(chromium, kiosk)
    until(chromium, SENT)
    kiosk.off()
    chromium.open(kiosk.url)
    until(chromium, HERE)
    chromium.touch('[data-id="wake"]')
    until(chromium, "document.documentElement.dataset.phase === 'home'")
    chromium.touch('[data-id="card-kitchen"]')
    until(chromium, "document.documentElement.dataset.phase === 'activity'")
    assert "Working without the hub" in chromium.run("return document.querySelector('.state').ariaLabel")
    chromium.touch('[data-id="home"]')
    chromium.touch('[data-id="finish"]')
    chromium.touch('[data-id="done"]')
    until(chromium, HERE)
    until(chromium, ENDED)
    # Once more from nothing: what was done is not lost with the page.
    chromium.open(kiosk.url)
    until(chromium, HERE)
    assert kiosk.rows("SELECT * FROM visit") == []
    kiosk.on()
    until(chromium, SENT)
    assert kiosk.rows("SELECT how FROM visit") == [("finished",)]
    verbs = [verb for (verb,) in kiosk.rows("SELECT verb FROM interaction ORDER BY seq")]
    assert (verbs[0], verbs.count("begin"), verbs.count("enter"), verbs.count("end")) == ("begin", 1, 1, 1)


def test_a_new_release_takes_the_place_of_the_old_as_a_whole(chromium: Chromium, kiosk: Kiosk) -> None:
    load_once(chromium, kiosk)
    before = chromium.run(TAG)
    kiosk.off()
    replace_in(kiosk.venue.zones, "Come in.", "Come in, come in.")
    kiosk.on()
    chromium.open(kiosk.url)
    until(chromium, HERE)
    after = chromium.run(TAG)
    assert after != before
    kiosk.off()
    chromium.open(kiosk.url)
    until(chromium, HERE)
    chromium.touch('[data-id="wake"]')
    until(chromium, "document.querySelector('h1').textContent === 'Come in, come in.'")


FIRST_TIME_NEVER = """
const later = window.setTimeout;
window.setTimeout = (work, ms, ...more) => later(work, ms / 20, ...more);
const never = new Promise(() => {});
const first = !sessionStorage.getItem("seen");
sessionStorage.setItem("seen", "yes");
"""
"""A page on which twenty seconds are one, and on which something may never come the first time."""


@pytest.fixture
def hurried(chromium: Chromium) -> Iterator[Chromium]:
    """A Chromium whose pages begin with a script of the test: `hurried.begin_with(source)`."""
    yield chromium
    chromium.begin_with("")


def test_a_page_of_which_a_part_never_comes_begins_afresh(hurried: Chromium, kiosk: Kiosk) -> None:
    hurried.begin_with(FIRST_TIME_NEVER + "if (first) window.fetch = () => never;")
    hurried.open(kiosk.url)
    until(hurried, HERE)


def test_a_store_of_the_browser_that_never_opens_is_asked_again(hurried: Chromium, kiosk: Kiosk) -> None:
    hurried.begin_with(
        FIRST_TIME_NEVER
        + """
        const open = indexedDB.open.bind(indexedDB);
        window.asked = 0;
        IDBFactory.prototype.open = (...given) => window.asked++ ? open(...given) : {};
        """
    )
    hurried.open(kiosk.url)
    until(hurried, HERE)
    assert hurried.run("return asked") >= 2
    assert hurried.run(f"return {WAITING}") == 0


BEATS = "const each = setInterval; window.setInterval = (work, ms) => each(work, ms / 20);"
"""A page that does everything that it does now and then twenty times as often."""


def test_a_page_that_stands_open_takes_a_new_release_when_nobody_is_there(hurried: Chromium, kiosk: Kiosk) -> None:
    hurried.begin_with(BEATS)
    load_once(hurried, kiosk)
    until(hurried, f"{LAST}?.release")
    old = hurried.run(f"return {LAST}.release")
    hurried.touch('[data-id="wake"]')
    born = hurried.run("return performance.timeOrigin")
    kiosk.off()
    replace_in(kiosk.venue.zones, "Come in.", "Come in, come in.")
    kiosk.on()
    until(hurried, f"{LAST}.release !== '{old}'")
    # Two beats pass: it doesn't take the page away from a delegate.
    hurried.run("await new Promise(done => setTimeout(done, 1600))")
    assert hurried.run("return performance.timeOrigin") == born
    assert hurried.run("return document.querySelector('h1').textContent") == "Come in."
    hurried.touch('[data-id="finish"]')
    hurried.touch('[data-id="done"]')
    until(hurried, f"performance.timeOrigin !== {born} && {HERE}")
    hurried.touch('[data-id="wake"]')
    until(hurried, "document.querySelector('h1').textContent === 'Come in, come in.'")


def test_a_release_of_which_a_part_is_wrong_leaves_the_old_one_in_its_place(
    chromium: Chromium, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_once(chromium, kiosk)
    before = chromium.run(TAG)

    def spoiled(**given: Any) -> Sheet:
        told = json.loads(gzip.decompress(whole(**given).body))
        told["files"]["/face/voice.mjs"] = "000000000000"
        return packed(json.dumps({**told, "tag": "spoiled"}).encode())

    monkeypatch.setattr("kiosk.hub.app.whole", spoiled)
    kiosk.off()
    replace_in(kiosk.venue.zones, "Come in.", "Come in, come in.")
    kiosk.on()
    chromium.open(kiosk.url)
    until(chromium, HERE)
    assert chromium.run(TAG) == before
    chromium.touch('[data-id="wake"]')
    until(chromium, "document.querySelector('h1').textContent === 'Come in.'")


def test_what_people_send_and_what_staff_see_is_never_kept(chromium: Chromium, kiosk: Kiosk) -> None:
    load_once(chromium, kiosk)
    kept = chromium.run("""
      const found = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
      return found;
    """)
    assert "/" in kept and "/feed" in kept and "/face/page.mjs" in kept
    assert not [one for one in kept if one.startswith(("/intake", "/events", "/media", "/host", "/ready", "/whole"))]


def test_a_hub_that_takes_the_call_and_says_nothing_is_not_waited_for(chromium: Chromium, kiosk: Kiosk) -> None:
    load_once(chromium, kiosk)
    kiosk.off()
    with socket.create_server(("127.0.0.1", kiosk.port), backlog=100):
        chromium.open(kiosk.url)
        until(chromium, HERE)
        chromium.touch('[data-id="wake"]')
        until(chromium, "document.documentElement.dataset.phase === 'home'")
        chromium.leave()


def test_what_a_host_chose_last_is_on_when_it_starts_alone(chromium: Chromium, kiosk: Kiosk) -> None:
    load_once(chromium, kiosk)
    kiosk.switch("porch")
    until(chromium, f"{LAST}?.scenario === 'porch'")
    kiosk.off()
    chromium.open(kiosk.url)
    until(chromium, HERE)
    chromium.touch('[data-id="wake"]')
    until(chromium, "document.querySelector('[data-id=card-porch]')")
    assert chromium.run("return document.querySelector('[data-id=card-kitchen]')") is None


def test_a_hub_that_is_there_and_takes_nothing_is_asked_again_only_after_a_while(
    chromium: Chromium, kiosk: Kiosk
) -> None:
    chromium.open(kiosk.url)
    told = chromium.run("""
      const { Outbox } = await import("/face/outbox.mjs");
      const kept = [], posts = [], waits = [];
      const keep = {
        get: async () => undefined,
        keys: async () => [],
        some: async () => kept.slice(),
        write: async changes => { for (const [store, , value] of changes) if (store === "outbox") kept.push(value); },
      };
      const box = await new Outbox({
        keep, now: () => 0, about: () => ({}), end: () => {}, later: (work, ms) => waits.push(ms),
        post: async body => { posts.push(body.items.length); return { held: 0 }; },
      }).open();
      await box.add({ what: "begin", visit: "v" });
      while (waits.length === 0) await new Promise(resolve => setTimeout(resolve, 10));
      await box.send();
      await box.send();
      return { posts, waits, reached: box.reached, unsent: box.unsent };
    """)
    assert told == {"posts": [1, 1, 1], "waits": [1000, 2000, 4000], "reached": True, "unsent": 1}
