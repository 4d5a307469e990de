"""A whole hub on loopback: store, intake and a host's duty as `kiosk hub` has them, switched off and on at will."""

from __future__ import annotations

import gc
import http.client
import json
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from host.pin_stage import CHEAP
from hub.engines import Engine
from selenium.common import TimeoutException, WebDriverException
from selenium.webdriver.support.wait import WebDriverWait
from store.store_stage import open_store, query

from kiosk.app import make_hub, open_library, zone_of
from kiosk.content.library import Library
from kiosk.host.duty import Duty
from kiosk.host.menu import HostAction
from kiosk.host.pin import PinGuard
from kiosk.hub.hub import Hub
from kiosk.hub.lone import Lone
from kiosk.settings import Settings, read

PATIENCE = 60
PIN = "402951"

HERE = "document.documentElement.dataset.phase === 'attract'"
WAITING = """(await new Promise(resolve => {
  const asked = indexedDB.open('kiosk');
  asked.onsuccess = () => {
    const count = asked.result.transaction('outbox').objectStore('outbox').count();
    count.onsuccess = () => { asked.result.close(); resolve(count.result); };
  };
}))"""
"""How many things are kept on the iPad and not yet known to be on the hub's disk."""
LAST = "(await (await import('/face/keep.mjs')).openKeep().then(keep => keep.get('about', 'news')))"
"""What the hub said last, as the page has kept it."""
SENT = f"{WAITING} === 0"


class Kiosk:
    """A hub that can be switched off and on, always on the same port, with one store. `library`: read already."""

    def __init__(self, venue: Settings, *, zone: str = "", library: Library | None = None) -> None:
        self.venue, self.port = venue, free_port()
        self.zone, self._library = zone, library
        self._hub: Hub | None = None
        self.store = open_store(venue.data, background=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def on(self) -> None:
        # What tests of the window left behind must not be tidied up by a thread of the hub: Qt takes that badly.
        gc.collect()
        given = {
            "KIOSK_DATA": self.venue.data, "KIOSK_CONTENT": self.venue.content, "KIOSK_ZONES": self.venue.zones,
            "KIOSK_HUB_ADDRESS": "127.0.0.1", "KIOSK_HUB_PORT": self.port,
        }  # fmt: skip
        settings = read(environment={name: str(value) for name, value in given.items()})
        library = self._library or open_library(settings, keep=False)
        zone = zone_of(library, self.zone)
        self.duty, guard = Duty(zone=zone, decks=library.decks), PinGuard(kept=self.store, hasher=CHEAP)
        guard.set_pin("host", PIN)
        self.duty.attach(self.store)
        side = Lone(duty=self.duty, guard=guard)
        hub = make_hub(settings, library=library, zone=zone, store=self.store, side=side, monotonic=time.monotonic)
        duty = self.duty
        duty.changed = lambda: hub.tell(**duty.told())
        duty.changed()
        hub.start()
        self._hub = hub

    def off(self) -> None:
        if self._hub:
            self._hub.stop()
        self._hub = None

    def close(self) -> None:
        self.off()
        self.store.close()

    def switch(self, scenario: str, when: str = "now") -> None:
        """A host switches at the screen."""
        self.duty.do(HostAction("host-switch", {"scenario": scenario, "when": when}))

    def session(self, code: str) -> None:
        """A host starts a session at the screen; empty: ends the one that is on, if one is."""
        if code:
            self.duty.do(HostAction("host-session", {"session": code}))
        elif self.duty.code:
            self.duty.do(HostAction("host-session-end"))

    def seen(self) -> Mapping[str, Any]:
        """What a host sees of the iPads."""
        assert self._hub
        return self._hub.seen()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        self.store.flush()
        return query(self.venue.data, sql)

    @contextmanager
    def tablet(self) -> Iterator[Tablet]:
        """A host who has entered the PIN on a tablet."""
        tablet = Tablet(self.port)
        signed = tablet.ask("POST", "/host/pin", {"pin": PIN})
        assert signed["ok"]
        yield tablet


@dataclass
class Tablet:
    """The `/host` page without the page. It keeps the cookie that it is given."""

    port: int
    cookie: str = ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            wire.request(method, path, json.dumps(body).encode(), {"cookie": self.cookie, **headers})
            answer = wire.getresponse()
            if found := answer.getheader("set-cookie"):
                self.cookie = f"host={SimpleCookie(found)['host'].value}"
            return json.loads(answer.read())
        finally:
            wire.close()

    def state(self) -> Any:
        return self.ask("GET", "/host/state")

    def do(self, verb: str, detail: str = "") -> None:
        told = self.ask("POST", "/host/do", {"verb": verb, "detail": detail}, **{"x-host": self.state()["token"]})
        assert told == {"sentence": ""}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def until(page: Engine, source: str, patience: float = PATIENCE) -> None:
    """Wait for something in the page to be so."""

    def so(_: object) -> bool:
        # A page that is being loaded answers nothing.
        with suppress(WebDriverException, AssertionError):
            return bool(page.run(f"return {source}"))
        return False

    try:
        WebDriverWait(page.driver, patience, 0.05).until(so)
    except TimeoutException:
        text = page.run("return `${JSON.stringify(document.documentElement.dataset)} ${document.body.innerText}`")
        raise AssertionError(f"After {patience} s it was still not so: {source}. On the page: {text}") from None


def touch(page: Engine, name: str) -> None:
    """Touch what is called so, once it is there."""
    css = f'[data-id="{name}"]'
    until(page, f"document.querySelector('{css}:enabled')")
    page.run(f"document.querySelector('{css}').scrollIntoView({{ block: 'nearest', behavior: 'instant' }})")
    page.touch(css)
