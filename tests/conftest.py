"""What every test stands on: no display, no speaker, and none of this user's own kiosk. Warnings fail tests: Python's
by `filterwarnings`, Qt's and QML's by `qt_log_level_fail`, both in pyproject.toml."""

import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
for name in [name for name in os.environ if name.startswith("KIOSK_")]:
    del os.environ[name]

# A hub that a test opens is for this machine alone, on a port that nobody has.
os.environ["KIOSK_HUB_ADDRESS"], os.environ["KIOSK_HUB_PORT"] = "127.0.0.1", "0"

# How long one example takes says nothing on a machine that is busy with something else.
settings.register_profile("any-machine", settings.default, deadline=None)
settings.load_profile("any-machine")


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The kiosk has no widgets, and there is one application in a process: it must be of the kiosk's own kind."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(autouse=True)
def nothing_goes_on_writing() -> Iterator[None]:
    """A store that a test leaves open would write into the tests after it."""
    before = _writers()
    yield
    assert not _writers() - before, "This test leaves a store open: close it."


def _writers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "kiosk-writer"}
