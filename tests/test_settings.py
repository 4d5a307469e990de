"""Settings: the command line before the environment before the defaults, and a sentence for what can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.errors import KnownError
from kiosk.settings import HERE, default_data, read


def test_without_anything_said_the_content_beside_the_code_is_used() -> None:
    settings = read(environment={})
    assert (settings.content, settings.zones) == (HERE / "content", HERE / "zones.yaml")
    assert (settings.idle, settings.countdown, settings.zone, settings.station) == (60.0, 20.0, "", "kiosk")


def test_the_command_line_comes_before_the_environment(tmp_path: Path) -> None:
    environment = {
        "KIOSK_DATA": str(tmp_path / "a"), "KIOSK_CONTENT": str(tmp_path / "b"), "KIOSK_ZONES": str(tmp_path / "c"),
        "KIOSK_ZONE": "back", "KIOSK_STATION": "back-2",
    }  # fmt: skip
    settings = read(environment=environment)
    assert (settings.data, settings.content, settings.zones) == (tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert (settings.zone, settings.station) == ("back", "back-2")
    given = read(environment=environment, data=str(tmp_path / "d"), zone="front")
    assert (given.data, given.zone) == (tmp_path / "d", "front")


def test_paths_are_whole_so_that_a_change_of_folder_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/dot")
    assert read(environment={}, data="here").data == Path.cwd() / "here"
    assert read(environment={}, data="~/here").data == Path("/home/dot/here")


@pytest.mark.parametrize(("value", "on"), [("", False), ("0", False), ("no", False), ("1", True), ("Yes", True)])
def test_reduced_motion_is_a_switch(value: str, on: bool) -> None:
    assert read(environment={"KIOSK_REDUCED_MOTION": value}).reduced_motion is on


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KIOSK_REDUCED_MOTION", "perhaps"),
        ("KIOSK_IDLE", "soon"),
        ("KIOSK_IDLE", "nan"),
        ("KIOSK_IDLE", "5"),
        ("KIOSK_IDLE", "4000"),
        ("KIOSK_COUNTDOWN", "19"),
    ],
)
def test_what_cannot_be_is_a_sentence_that_names_the_setting(name: str, value: str) -> None:
    with pytest.raises(KnownError, match=f"^{name} is .*: set it to "):
        read(environment={name: value})


def test_the_countdown_can_never_be_set_below_twenty_seconds() -> None:
    assert read(environment={"KIOSK_COUNTDOWN": "20"}).countdown == 20.0
    with pytest.raises(KnownError):
        read(environment={"KIOSK_COUNTDOWN": "19.9"})


def test_a_certificate_is_kept_with_the_data_unless_its_folder_is_named(tmp_path: Path) -> None:
    settings = read(environment={}, data=str(tmp_path))
    assert (settings.hub_https, settings.hub_certificate) == (True, None)
    assert settings.certificates == tmp_path / "certificate"
    named = read(environment={"KIOSK_HUB_CERTIFICATE": "~/there", "KIOSK_HUB_HTTPS": "0", "HOME": "/"})
    assert named.certificates == named.hub_certificate == Path("~/there").expanduser()
    assert named.hub_https is False


def test_each_system_has_its_own_place_for_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, environment, expected in (
        ("linux", {}, Path("~/.local/share/kiosk")),
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/kiosk")),
        ("darwin", {}, Path("~/Library/Application Support/Kiosk")),
        ("win32", {"LOCALAPPDATA": "C:/Users/dot/AppData/Local"}, Path("C:/Users/dot/AppData/Local/Kiosk")),
    ):
        monkeypatch.setattr("sys.platform", system)
        assert default_data(environment) == expected
