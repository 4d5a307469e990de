"""kiosk-central from the outside: as a process, as it is typed."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zxingcpp
from central_stage import VERSION

from sync.central import cli, codes
from sync.protocol import Enrol

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """Of a process, with the database that it is to use."""
    found = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    found.pop("DATABASE_URL", None)
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        found["DATABASE_URL"] = server.url(server.fresh())
    return found


def words(*given: str) -> list[str]:
    return [sys.executable, "-W", "error", "-m", "sync.central", *given]


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def call(*given: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(words(*given), env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert "Traceback" not in done.stderr
        return done

    return call


def ask(port: int, path: str, body: bytes, **headers: str) -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", path, body, {**VERSION, **headers})
    response = connection.getresponse()
    answer = response.status, msgspec.json.decode(response.read())
    connection.close()
    return answer


def test_it_starts_with_nothing_to_configure_and_takes_a_kiosk_in(run: Run, environment: dict[str, str]) -> None:
    code = run("enrol", "--zone", "gp-surgery", "--venue", "The Barn").stdout.splitlines()[0]
    server = subprocess.Popen(words("serve", "--port", "0"), env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        told = msgspec.json.decode(server.stdout.readline())
        assert (told["event"], told["address"]) == ("listening", "127.0.0.1")
        status, answer = ask(told["port"], "/api/enrol", msgspec.json.encode(Enrol(code, "kiosk-1", "1.0")))
        assert (status, answer["venue"]) == (200, "The Barn")
        header = {"authorization": f"Bearer {answer['token']}"}
        assert ask(told["port"], "/api/held", b'{"logs":["x"]}', **header)[0] == 200
        listed = run("devices").stdout
        assert f"{answer['device']}  The Barn, zone gp-surgery, station kiosk-1" in listed
        assert run("devices", "list").stdout == listed
        revoked = run("devices", "revoke", answer["device"])
        assert revoked.stdout == "Revoked: the kiosk of zone gp-surgery in The Barn. What it sent stays here.\n"
        assert ask(told["port"], "/api/held", b'{"logs":["x"]}', **header)[0] == 401
        assert "revoked 20" in run("devices").stdout
        proof = run("prove")
        assert (proof.returncode, proof.stdout.splitlines()[-1]) == (0, "Nothing differs.")
        assert msgspec.json.decode(run("prove", "--json").stdout)["agrees"] is True
    finally:
        server.send_signal(signal.SIGTERM)
        output, _ = server.communicate(timeout=60)
    assert all(msgspec.json.decode(line) for line in output.splitlines())
    assert answer["token"] not in output
    assert (Path(environment["XDG_DATA_HOME"]) / "kiosk-central").exists() == ("DATABASE_URL" not in environment)


def test_migrate_says_what_it_did(run: Run) -> None:
    first, second = run("migrate"), run("migrate")
    assert first.stdout.endswith("was brought from nothing to 0002.\n")
    assert second.stdout.endswith("is as it should be (0002).\n")


def test_a_port_that_is_taken_is_told_in_one_sentence(run: Run) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run("serve", "--port", str(other.getsockname()[1]))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "name another with --address or --port" in done.stderr


def central(*given: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = cli.main([*given, "--data", str(folder)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_code_is_on_the_screen_and_in_the_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "code.png"
    code, out, _ = central(
        "enrol", "--zone", "gp-surgery", "--venue", "The Barn", "--url", "https://central.example.org/",
        "--qr", str(picture), folder=tmp_path, capsys=capsys,
    )  # fmt: skip
    assert code == 0
    first, hint, *drawn = out.splitlines()
    assert hint.endswith(f"On that kiosk: kiosk enrol https://central.example.org {first}")
    assert read(picture) == f"https://central.example.org {first}"
    assert read(repainted(drawn, tmp_path / "screen.png")) == f"https://central.example.org {first}"


def test_without_an_address_the_picture_holds_the_code_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "code.png"
    _, out, _ = central("enrol", "--zone", "z", "--venue", "V", "--qr", str(picture), folder=tmp_path, capsys=capsys)
    assert read(picture) == out.splitlines()[0]


def read(picture: Path) -> str:
    import pygame

    image = pygame.image.load(picture)
    grey = pygame.surfarray.array3d(image)[:, :, 0].T.copy()
    (found,) = zxingcpp.read_barcodes(grey)
    return found.text


def repainted(drawn: list[str], file: Path) -> Path:
    """What stands on a dark terminal, as a picture: a drawn half is light."""
    import pygame

    image = pygame.Surface((len(drawn[0]) * 8, len(drawn) * 16))
    for y, line in enumerate(drawn):
        for x, letter in enumerate(line):
            if letter in "█▀":
                image.fill("white", (x * 8, y * 16, 8, 8))
            if letter in "█▄":
                image.fill("white", (x * 8, y * 16 + 8, 8, 8))
    pygame.image.save(image, file)
    return file


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["enrol", "--zone", "", "--venue", "V"], "--zone wants"),
        (["enrol", "--zone", "z", "--venue", "a\nb"], "--venue wants"),
        (["enrol", "--zone", "z", "--venue", "V", "--url", "central"], "is no address of a server"),
        (["enrol", "--zone", "z", "--venue", "V", "--url", "https://a b"], "is no address of a server"),
        (["enrol", "--zone", "z", "--venue", "V", "--url", "https://x:99999"], "is no address of a server"),
        (["enrol", "--zone", "z", "--venue", "V", "--qr", "/nowhere/at/all.png"], "can't be written"),
        (["devices", "revoke", "nobody"], "There is no device nobody"),
        (["serve", "--address", "nonsense", "--port", "0"], "can't listen on nonsense"),
        (["serve", "--port", "99999"], "can't listen on 127.0.0.1, port 99999"),
    ],
)
def test_what_is_typed_wrong_is_told_in_one_sentence(
    given: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = central(*given, folder=tmp_path, capsys=capsys)
    assert code == 1
    assert why in err
    assert err.startswith("kiosk-central: ") and err.count("\n") == 1


def test_a_picture_is_black_on_white_with_a_margin(tmp_path: Path) -> None:
    import pygame

    codes.write_png("hello", tmp_path / "code.png")
    image = pygame.image.load(tmp_path / "code.png")
    assert image.get_width() == image.get_height() >= 200
    assert image.get_at((0, 0))[:3] == (255, 255, 255)
