"""An author at work: a small venue on disk, the preview's window on one of its activities, files that really change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot
from small_venue import replace_in

from kiosk.audio import silent_sound
from kiosk.commands.examining import examine
from kiosk.commands.previewing import Desk, open_desk
from kiosk.player import State
from kiosk.settings import Settings
from kiosk.shell.offload import Immediate, Offload
from kiosk.shell.preview.reading import Examined
from kiosk.shell.taps import Finger

PATIENCE_MS = 20_000


class Author:
    """Writes into one activity's folder and looks at what the window shows. The clock stands still."""

    def __init__(
        self, settings: Settings, qtbot: QtBot, *, activity: str = "kitchen", offload: Offload | None = None
    ) -> None:
        self.qtbot, self.settings = qtbot, settings
        self.folder = settings.content / activity
        self.file = self.folder / "activity.yaml"
        self.examinations = 0
        self.copied: list[str] = []
        self.offload = offload or Immediate()
        self.desk: Desk = open_desk(
            settings, folder=self.folder, sound=silent_sound(), offload=self.offload, aside=Immediate(),
            examine=self._examine, stop=lambda: None, clock=lambda: "14:02:11", environment={},
        )  # fmt: skip
        self.window = self.desk.window
        self.window.resize(1600, 900)
        self.window.show()
        self.finger = Finger(self.window)

    def _examine(self) -> Examined:
        self.examinations += 1
        return examine(
            self.folder,
            content=self.settings.content,
            zones=self.settings.zones,
            kept=self.settings.data / "clips.json",
        )

    @property
    def shows(self) -> dict[str, Any]:
        """What the window was told to show."""
        return _plain(self.window.property("model"))

    @property
    def screens(self) -> int:
        """How many the activity has."""
        return len(self.desk.bridge.station.library.decks[self.folder.name].screens)

    @property
    def walk(self) -> State:
        return self.desk.bridge.station.state.walks[self.folder.name]

    @property
    def stage(self) -> dict[str, Any]:
        """The view that the kiosk's screens draw."""
        view: dict[str, Any] = _plain(self.desk.face.window.property("moment"))["view"]
        return view

    @property
    def tokens(self) -> dict[str, Any]:
        """The look, as the kiosk's screens take it."""
        return _plain(self.desk.face.window.property("tokens"))

    @property
    def hears(self) -> str:
        """What the person on the stage says."""
        text: str = self.stage["slots"]["says"][0]["text"]
        return text

    def saves(self, old: str, new: str) -> None:
        """Change the file, and wait until it has been read again."""
        with self.qtbot.waitSignal(self.desk.preview.shown, timeout=PATIENCE_MS):
            replace_in(self.file, old, new)

    def writes(self, path: Path, text: str) -> None:
        with self.qtbot.waitSignal(self.desk.preview.shown, timeout=PATIENCE_MS):
            path.write_text(text, encoding="utf-8")

    def replaces(self, old: str, new: str) -> None:
        """Save as many editors do: a new file of another name, moved over the old one."""
        fresh = self.file.with_name("activity.yaml~")
        fresh.write_text(self.file.read_text("utf-8").replace(old, new), encoding="utf-8")
        with self.qtbot.waitSignal(self.desk.preview.shown, timeout=PATIENCE_MS):
            fresh.replace(self.file)

    def goes_to(self, screen: str) -> None:
        self.finger.tap_object(f"pill-{screen}")
        self.finger.wait_for(lambda: self.walk.screen == screen, f"going to {screen}")

    def close(self) -> None:
        self.desk.close()


def _plain(held: Any) -> dict[str, Any]:
    plain: dict[str, Any] = held.toVariant() if hasattr(held, "toVariant") else held
    return plain
