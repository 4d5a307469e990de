"""Real browser engines for tests of the web face: Debian's Chromium and WebKitGTK, and a small server on loopback.

A test that takes `engine` runs in both. Where the Debian package of one is missing its tests are skipped, naming it;
where `CI` is set they fail instead. A browser is started once for each process of the tests and closed at the end.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.remote_connection import ChromeRemoteConnection
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).parents[2]
PACKAGES = {"chromium": ("chromium", "chromium-driver"), "webkit": ("webkit2gtk-driver", "xvfb")}
TYPES = {
    "html": "text/html", "mjs": "text/javascript", "css": "text/css", "json": "application/json",
    "svg": "image/svg+xml",
}  # fmt: skip
PATIENCE = 300
"""Seconds that a snippet may take, on a machine that is busy with something else."""

_CALL = """
const done = arguments[arguments.length - 1];
(async (given) => { %s })(arguments[0]).then(
  (value) => done({ value: value === undefined ? null : value }),
  (error) => done({ error: `${error}\\n${error.stack || ""}` }),
);
"""
_LISTEN = """
if (!window.told) {
  window.told = [];
  const tell = (text) => window.told.push(String(text));
  addEventListener("error", (event) => tell(event.message));
  addEventListener("unhandledrejection", (event) => tell(event.reason));
  addEventListener("securitypolicyviolation", (event) => tell(`${event.violatedDirective} ${event.blockedURI}`));
  const before = console.error;
  console.error = (...given) => { tell(given.join(" ")); before(...given); };
}
"""


class Engine:
    """A browser with one page. `name` is `chromium` or `webkit`."""

    name = ""

    def __init__(self, service: Any, options: Any) -> None:
        """`service` starts the driver at a path that is given, so that nothing is looked for elsewhere."""
        self._service = service
        service.start()
        config = ClientConfig(service.service_url, timeout=PATIENCE + 60)
        self.driver = webdriver.Remote(self.connection(config), options=options)
        self.driver.set_script_timeout(PATIENCE)

    def connection(self, config: ClientConfig) -> RemoteConnection:
        """How its driver is spoken to."""
        return RemoteConnection(client_config=config)

    def open(self, url: str, width: int = 1180, height: int = 820) -> None:
        """Load a page in a viewport of that many CSS pixels."""
        self.size(width, height)
        self.driver.get(url)
        self.errors()

    def leave(self) -> None:
        """Let go of the page: one that stays open would go on asking for its hub."""
        self.driver.get("about:blank")

    def size(self, width: int, height: int) -> None:
        """Give the viewport that many CSS pixels, as turning an iPad round does."""
        raise NotImplementedError

    def run(self, source: str, **given: object) -> Any:
        """Run the body of an async function in the page, with `given`; what it returns comes back as JSON would.

        Modules come by `await import("/web/player.mjs")`. Whatever it throws is an AssertionError here.
        """
        told = self.driver.execute_async_script(_CALL % source, given)
        assert "error" not in told, told["error"]
        return told["value"]

    def touch(self, css: str) -> None:
        """Touch the middle of the one element that a selector finds. WebKitGTK knows only a mouse: it clicks."""
        raise NotImplementedError

    def screenshot(self, file: Path) -> None:
        """Write what the viewport shows as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.driver.get_screenshot_as_png())

    def errors(self) -> list[str]:
        """What went wrong in the page since this was last asked: uncaught errors, `console.error`, what CSP refused."""
        raise NotImplementedError

    def close(self) -> None:
        self.driver.quit()
        self._service.stop()

    def _element(self, css: str) -> Any:
        found = self.driver.find_elements(By.CSS_SELECTOR, css)
        assert len(found) == 1, f"{len(found)} elements match {css}"
        return found[0]

    def _point(self, kind: str, css: str) -> None:
        pointer: Any = PointerInput
        hand: Any = ActionBuilder(self.driver, mouse=pointer(kind, "hand"))
        hand.pointer_action.move_to(self._element(css)).pointer_down().pointer_up()
        hand.perform()


class Chromium(Engine):
    name = "chromium"
    _first = ""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        # Tests may run as root, in a container with a small /dev/shm.
        for one in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
            options.add_argument(one)
        options.set_capability("goog:loggingPrefs", {"browser": "SEVERE"})
        super().__init__(webdriver.ChromeService(shutil.which("chromedriver"), env=_alone()), options)

    def connection(self, config: ClientConfig) -> RemoteConnection:
        return ChromeRemoteConnection(config.remote_server_addr, client_config=config)

    def tell(self, command: str, **given: object) -> Any:
        """Have the browser itself do something, by Chromium's own protocol for tools."""
        return self.driver.execute("executeCdpCommand", {"cmd": command, "params": given})["value"]

    def size(self, width: int, height: int) -> None:
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def touch(self, css: str) -> None:
        self._point("touch", css)

    def as_touchscreen(self, on: bool = True) -> None:
        """Let pages believe that there is a touchscreen and no mouse (`pointer: coarse`, `ontouchstart`)."""
        self.tell("Emulation.setTouchEmulationEnabled", enabled=on, maxTouchPoints=5)

    def offline(self, on: bool = True) -> None:
        """Take the network away from the page, or give it back."""
        self.tell("Network.enable")
        speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.tell("Network.emulateNetworkConditions", offline=on, **speed)

    def begin_with(self, source: str) -> None:
        """Run a script before anything of each page that is opened from now on; "" for none."""
        if self._first:
            self.tell("Page.removeScriptToEvaluateOnNewDocument", identifier=self._first)
        self._first = source and self.tell("Page.addScriptToEvaluateOnNewDocument", source=source)["identifier"]

    def errors(self) -> list[str]:
        return [str(one["message"]) for one in self.driver.execute("getLog", {"type": "browser"})["value"]]


class WebKit(Engine):
    """WebKitGTK's MiniBrowser, on a display that isn't there. Nothing tells of errors before a page has loaded."""

    name = "webkit"

    def __init__(self, display: str) -> None:
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(_mini_browser())
        options.add_argument("--automation")
        # While a page moves from one process to another, WebKitGTK now and then loses what a driver asks of it.
        options.add_argument("--features=-ProcessSwapOnCrossSiteNavigation,-CrossOriginOpenerPolicy")
        path = shutil.which("WebKitWebDriver") or ""
        environment = {**_alone(), "DISPLAY": display, "GDK_BACKEND": "x11"}
        super().__init__(webdriver.WebKitGTKService(path, env=environment), options)

    def open(self, url: str, width: int = 1180, height: int = 820) -> None:
        super().open(url, width, height)
        self.driver.execute_script(_LISTEN)

    def size(self, width: int, height: int) -> None:
        def fits(_: object) -> bool:
            """Asks for more or less by as much as is still wrong: the page learns of its size a little later."""
            inner = self.driver.execute_script("return [innerWidth, innerHeight]")
            if inner != [width, height]:
                outer = self.driver.get_window_size()
                self.driver.set_window_size(outer["width"] + width - inner[0], outer["height"] + height - inner[1])
            return bool(inner == [width, height])

        WebDriverWait(self.driver, PATIENCE, 0.05).until(fits)

    def touch(self, css: str) -> None:
        self._point("mouse", css)

    def errors(self) -> list[str]:
        found: list[str] = self.driver.execute_script("return window.told ? window.told.splice(0) : []")
        return found


class Site:
    """Files and texts on loopback: `folders` by the first part of their address, `texts` by their whole address."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = folders
        self.texts: dict[str, bytes] = {
            "/": b"<!doctype html><meta charset=utf-8><title>Tests</title><link rel=icon href=data:,>"
        }
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.read(self.path)
                self.send_response(404 if body is None else 200)
                ending = "html" if self.path.endswith("/") else self.path.rpartition(".")[2]
                self.send_header("content-type", f"{TYPES.get(ending, 'application/octet-stream')}; charset=utf-8")
                self.send_header("content-length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Tests are quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, name="site", daemon=True)
        self._thread.start()

    def read(self, address: str) -> bytes | None:
        """What is at an address; None: nothing."""
        if address in self.texts:
            return self.texts[address]
        _, first, *rest = address.split("/")
        folder = self.folders.get(first)
        path = folder.joinpath(*rest).resolve() if folder else None
        return path.read_bytes() if folder and path and path.is_relative_to(folder) and path.is_file() else None

    def give(self, address: str, value: object) -> None:
        """Have a JSON value at an address."""
        self.texts[address] = json.dumps(value, ensure_ascii=False).encode()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Browsers:
    """The engines of this process of the tests, each started when it is first asked for."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._open: dict[str, Engine] = {}

    def get(self, name: str) -> Engine:
        if name not in self._open:
            need_engine(name)
            if name == "webkit":
                engine: Engine = WebKit(self._display())
            else:
                engine = Chromium()
            self._open[name] = engine
            self._stack.callback(engine.close)
        return self._open[name]

    def close(self) -> None:
        self._stack.close()

    def _display(self) -> str:
        """A display that isn't there, at the first number that is free."""
        read, write = os.pipe()
        arguments = ["-displayfd", str(write), "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]
        process = subprocess.Popen(
            [shutil.which("Xvfb") or "", *arguments], pass_fds=[write], stderr=subprocess.DEVNULL
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        os.close(write)
        with os.fdopen(read) as told:
            assert select.select([told], [], [], 30)[0], "Xvfb doesn't start"
            return f":{told.readline().strip()}"


def missing(name: str) -> list[str]:
    """The Debian packages that an engine lacks here."""
    there = {
        "chromium": shutil.which("chromium"), "chromium-driver": shutil.which("chromedriver"),
        "webkit2gtk-driver": shutil.which("WebKitWebDriver") and _mini_browser(), "xvfb": shutil.which("Xvfb"),
    }  # fmt: skip
    return [package for package in PACKAGES[name] if not there[package]]


def need_engine(name: str) -> None:
    """Skip the test where an engine is not installed; in CI, which installs it, fail."""
    if lacking := missing(name):
        reason = f"{name} is not here: sudo apt install {' '.join(lacking)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def browsers() -> Iterator[Browsers]:
    found = Browsers()
    yield found
    found.close()


@pytest.fixture(params=tuple(PACKAGES))
def engine(browsers: Browsers, request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    return browsers.get(request.param)


@pytest.fixture
def chromium(browsers: Browsers) -> Iterator[Chromium]:
    """For what only Chromium can pretend: a touchscreen, no network. All is as before after the test."""
    found = browsers.get("chromium")
    assert isinstance(found, Chromium)
    yield found
    found.as_touchscreen(False)
    found.offline(False)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The modules of the web face at `/web/…` and of the tests at `/tests/…`."""
    found = Site({"web": ROOT / "kiosk" / "hub" / "web", "tests": ROOT / "tests" / "hub"})
    yield found
    found.close()


def _mini_browser() -> Path | None:
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)), None)


def _alone() -> dict[str, str]:
    """This environment without proxies: drivers and browsers talk to loopback only."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
