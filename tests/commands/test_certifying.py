"""`kiosk hub certificate`: what is made, where it goes, and what a person is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands.called import Call

from kiosk.commands.hubbing import _tell_certificate
from kiosk.hub import certificate as making
from kiosk.hub.certificate import read
from kiosk.hub.profile import CER, PROFILE
from kiosk.hub.trust import CA, SERVER


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_HUB_ADDRESS")
    monkeypatch.setattr(making, "host_name", lambda: "kiosk-1")
    monkeypatch.setattr("kiosk.hub.serving.own_address", lambda: "192.168.4.10")


def test_it_makes_a_certificate_for_this_machine_and_says_what_to_do_next(kiosk: Call, tmp_path: Path) -> None:
    said = kiosk("hub", "certificate", "--data", str(tmp_path))
    kept = tmp_path / "certificate"
    assert said.code == 0
    assert "kiosk-1, kiosk-1.local, localhost, 192.168.4.10, 127.0.0.1, ::1" in said.out
    assert "a new CA" in said.out and "push the profile to every iPad by MDM" in said.out
    assert {path.name for path in kept.iterdir()} == {CA, SERVER, CER, PROFILE}
    assert all(str(kept / name) in said.out for name in (CA, SERVER, CER, PROFILE))


def test_what_goes_to_it_holds_no_secret_and_the_second_time_ipads_need_nothing(kiosk: Call, tmp_path: Path) -> None:
    kiosk("hub", "certificate", "--data", str(tmp_path))
    said = kiosk("hub", "certificate", "--data", str(tmp_path), "--out", str(tmp_path / "it"))
    assert {path.name for path in (tmp_path / "it").iterdir()} == {CER, PROFILE}
    assert "need nothing new" in said.out


def test_more_names_and_addresses_are_added(kiosk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HUB_NAME", "front.example.org")
    monkeypatch.setenv("KIOSK_HUB_CERTIFICATE", str(tmp_path / "elsewhere"))
    more = ("--name", "a.example.org", "--name", "kiosk-1", "--address", "10.0.0.9", "--days", "825")
    kiosk("hub", "certificate", "--data", str(tmp_path), *more)
    names = read(tmp_path / "elsewhere" / SERVER).names
    assert {"front.example.org", "a.example.org", "10.0.0.9", "192.168.4.10"} < set(names)
    assert len(names) == len(set(names))
    assert not (tmp_path / "certificate").exists()


def test_what_is_said_before_the_word_counts_too(kiosk: Call, tmp_path: Path) -> None:
    assert kiosk("hub", "--data", str(tmp_path), "certificate").code == 0
    assert (tmp_path / "certificate" / SERVER).is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--days", "826"), "--days 1 to 825"),
        (("--name", "https://kiosk"), "is no name of a machine"),
        (("--address", "kiosk"), "is no address"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_made(
    kiosk: Call, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in kiosk("hub", "certificate", "--data", str(tmp_path), *words).sentence
    assert list(tmp_path.iterdir()) == []


def test_the_hub_says_once_when_the_certificate_wants_renewing(capsys: pytest.CaptureFixture[str]) -> None:
    said = _tell_certificate({"certificate_days": 31}, "")
    assert (said, capsys.readouterr().err) == ("", "")
    said = _tell_certificate({"certificate_days": 30}, said)
    assert "30 days more" in capsys.readouterr().err
    said = _tell_certificate({"certificate_days": 30}, said)
    assert capsys.readouterr().err == ""
    _tell_certificate({"certificate_days": 29}, said)
    assert "29 days more" in capsys.readouterr().err
    assert _tell_certificate({}, "") == ""
