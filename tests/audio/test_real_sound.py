"""The real mixer of pygame-ce and SDL, each time in a process of its own: SDL is one to a process.

No test machine has a sound card, so that SDL's own stand-ins do the playing: `dummy` keeps time like a card,
`disk` can be told to hang or to race (its delay), and a name SDL does not know is a machine without sound.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from audio.audio_stage import HERE, write_wav

SETUP = """
import json, os, signal, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from kiosk.audio import open_sound

def until(what, limit=20.0):
    end = time.monotonic() + limit
    while not what():
        assert time.monotonic() < end, "waited in vain"
        sound.poll()
        time.sleep(0.01)

def load(key, path):
    told = []
    sound.load(key, Path(path), done=told.append)
    until(lambda: told)
    return told[0]

pool = ThreadPoolExecutor(2)
ended = []
sound = open_sound(off_thread=pool.submit)
sound.on_ended = lambda *event: ended.append(event)
"""


def run(script: str, *paths: Path, **environment: str) -> Any:
    """What the script says by `say(...)`; it must end well and in time."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{SETUP}\nsay = lambda it: print(json.dumps(it))\n{script}\n"
         "sound.close()\npool.shutdown()", *map(str, paths)],
        capture_output=True, text=True, timeout=60, check=False, env=kept | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    return write_wav(tmp_path / "clip.wav", 0.8)


def test_ogg_mp3_and_wav_are_decoded_and_last_as_long_as_their_headers_say(wav: Path) -> None:
    from kiosk.audio.measure import seconds_of

    paths = [HERE / "hello.ogg", HERE / "hi.mp3", wav]
    said = run("say([[str(load(p, p)), sound.duration(p)] for p in sys.argv[1:]])", *paths, SDL_AUDIODRIVER="dummy")
    assert [fault for fault, _ in said] == ["None"] * 3
    assert [seconds for _, seconds in said] == pytest.approx([seconds_of(p) for p in paths], abs=0.03)


def test_a_clip_plays_in_real_time_and_the_mouth_is_open_where_it_is_loud(wav: Path) -> None:
    script = """
load("clip", sys.argv[1])
began = time.monotonic()
assert sound.play("clip")
quiet, loud = sound.level(0.2), sound.level(0.6)
until(lambda: ended)
say([ended, time.monotonic() - began, quiet, loud, sound.state().kind])
"""
    ended, took, quiet, loud, state = run(script, wav, SDL_AUDIODRIVER="dummy")
    assert ended == [["clip", pytest.approx(0.8, abs=0.01), True]]
    assert took == pytest.approx(0.8, abs=0.3)
    assert quiet == 0
    assert loud > 0.9
    assert state == "ok"


def test_files_that_are_no_sound_are_sentences_and_not_crashes(tmp_path: Path) -> None:
    ogg = (HERE / "hello.ogg").read_bytes()
    wav = write_wav(tmp_path / "whole.wav", 0.5).read_bytes()
    bad = {
        "empty": b"", "words": b"no sound, only words " * 500, "cut": ogg[:4000], "zeros": bytes(9000),
        "header": b"RIFF\0\0\0\0WAVE", "riddled": ogg[:3900] + bytes(500) + b"\xff" * 500, "no-data": wav[:44],
    }  # fmt: skip
    paths = []
    for name, data in bad.items():
        paths.append(tmp_path / f"{name}.ogg")
        paths[-1].write_bytes(data)
    paths += [tmp_path / "missing.ogg", tmp_path]
    script = """
said = [[str(load(p, p)) for p in sys.argv[1:]] for again in range(20)][0]  # memory freed twice shows in time
assert not any(sound.play(p) for p in sys.argv[1:])
assert load("good", os.environ["GOOD"]) is None and sound.play("good")
say(said)
"""
    said = run(script, *paths, SDL_AUDIODRIVER="dummy", GOOD=str(HERE / "hello.ogg"))
    for path, sentence in zip(paths, said, strict=True):
        assert sentence.startswith(path.name), sentence
        assert sentence.endswith("."), sentence


@pytest.mark.parametrize("driver", ["no-such-driver", None])
def test_a_machine_without_sound_decodes_runs_on_time_and_says_so(wav: Path, driver: str | None) -> None:
    if driver is None and Path("/dev/snd").exists():
        pytest.skip("this machine has a sound card")
    script = """
assert load("clip", sys.argv[1]) is None
until(lambda: sound.state().kind != "starting")
began = time.monotonic()
heard = sound.play("clip")
loud = sound.level(0.6)
until(lambda: ended)
say([heard, loud, ended, sound.state().kind, sound.test(), os.environ.get("SDL_AUDIODRIVER")])
"""
    environment = {"SDL_AUDIODRIVER": driver} if driver else {}
    heard, loud, ended, state, tested, left = run(script, wav, **environment)
    assert heard
    assert loud > 0.9
    assert ended == [["clip", pytest.approx(0.8, abs=0.01), True]]
    assert state == "no-device"
    assert not tested
    assert left == driver


def test_a_device_that_turns_up_later_is_opened_and_clips_read_before_it_are_heard(wav: Path) -> None:
    script = """
assert load("clip", sys.argv[1]) is None
until(lambda: sound.state().kind == "no-device")
os.environ["SDL_AUDIODRIVER"] = "dummy"
sound.test()
until(lambda: sound.state().kind == "ok")
import pygame
sound.play("clip")
busy = any(pygame.mixer.Channel(slot).get_busy() for slot in range(2))
until(lambda: ended)
say([busy, ended, sound.state().kind])
"""
    busy, ended, state = run(script, wav, SDL_AUDIODRIVER="no-such-driver")
    assert busy
    assert ended == [["clip", pytest.approx(0.8, abs=0.01), True]]
    assert state == "ok"


def test_a_device_that_dies_in_mid_clip_is_noticed_and_opened_again_where_the_captions_are(tmp_path: Path) -> None:
    script = """
import pygame
load("clip", sys.argv[1])
until(lambda: sound.state().kind == "ok")
sound.play("clip")
until(lambda: sound.position > 0.3)
pool.submit(pygame.mixer.quit).result()
until(lambda: sound.state().kind == "lost")
lost_at = sound.position
until(lambda: sound.state().kind == "ok")
back_at = sound.position
busy = any(pygame.mixer.Channel(slot).get_busy() for slot in range(2))
until(lambda: ended)
say([lost_at, back_at, busy, ended, sound.state().kind])
"""
    lost_at, back_at, busy, ended, state = run(script, write_wav(tmp_path / "clip.wav", 2.5), SDL_AUDIODRIVER="dummy")
    assert 0.3 < lost_at < 0.8
    assert lost_at + 0.9 < back_at < 2.5
    assert busy
    assert ended == [["clip", pytest.approx(2.5, abs=0.01), True]]
    assert state == "ok"


@pytest.mark.parametrize(("delay", "why"), [("0", "stopped in the middle"), ("400", "hangs")])
def test_a_device_that_races_or_hangs_is_noticed(tmp_path: Path, delay: str, why: str) -> None:
    script = """
load("clip", sys.argv[1])
until(lambda: sound.state().kind == "ok")
sound.play("clip")
until(lambda: sound.state().kind == "lost")
say([sound.state().sentence, sound.playing or ended[0][2]])
"""
    clip = write_wav(tmp_path / "clip.wav", 1.0)
    sentence, _ = run(
        script, clip, SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=str(tmp_path / "played.raw"), SDL_DISKAUDIODELAY=delay
    )
    assert why in sentence


def test_what_the_mixer_plays_is_the_clip_and_the_volume_is_never_full_for_a_moment(tmp_path: Path) -> None:
    """SDL's disk driver writes what a card would have been sent."""
    import array

    script = """
load("clip", sys.argv[1])
until(lambda: sound.state().kind == "ok")
sound.set_volume(50)
sound.play("clip")
until(lambda: ended)
say(0)
"""
    out = tmp_path / "played.raw"
    clip = write_wav(tmp_path / "clip.wav", 0.6, loud=1.0)
    run(script, clip, SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=str(out))
    played = array.array("h", out.read_bytes())
    assert max(played) == pytest.approx(32_000 * 0.25, rel=0.05)


def test_a_kiosk_with_sound_can_still_be_ended_from_outside() -> None:
    """SDL would take SIGTERM for a quit event that nobody reads."""
    script = """
until(lambda: sound.state().kind == "ok")
caught = int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("SigCgt")), 16)
import pygame
say([bool(caught >> (signal.SIGTERM - 1) & 1), pygame.display.get_init(), pygame.get_init()])
"""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells which signals are caught")
    assert run(script, SDL_AUDIODRIVER="dummy") == [False, False, False]


def test_sound_costs_a_start_nothing_before_it_is_opened_and_prints_nothing() -> None:
    script = "import kiosk.audio, sys; kiosk.audio.PygameDevice(); sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0
    opened = subprocess.run(
        [sys.executable, "-c", f"{SETUP}\nuntil(lambda: sound.state().kind == 'ok')\nsound.close()"],
        capture_output=True, check=False, timeout=60, env=os.environ | {"SDL_AUDIODRIVER": "dummy"},
    )  # fmt: skip
    assert (opened.returncode, opened.stdout, opened.stderr) == (0, b"", b"")


def test_closing_while_the_device_is_being_opened_ends_at_once(wav: Path) -> None:
    script = """
sound.load("clip", Path(sys.argv[1]))
sound.close()
sound.close()
say([sound.playing, sound.play("clip", seconds=1.0), sound.test()])
"""
    assert run(script, wav, SDL_AUDIODRIVER="dummy") == [None, True, False]


def test_hundreds_of_taps_while_clips_come_and_go_and_the_device_is_lost(tmp_path: Path) -> None:
    """Voices are freed, decoded, faded and the mixer reopened, all at once, in a memory that holds two clips."""
    script = """
from kiosk.audio import Mixer, PygameDevice
import pygame, random
sound.close()
sound = Mixer(device=PygameDevice(), clock=time.monotonic, off_thread=pool.submit, memory=200_000)
until(lambda: sound.state().kind == "ok")
dice = random.Random(7)
paths = sys.argv[1:]
for turn in range(600):
    path = dice.choice(paths)
    dice.choice([sound.tap, sound.play, lambda p: sound.load(p, Path(p))])(path) if turn < 30 or dice.random() < 0.9 \\
        else dice.choice([sound.stop, sound.pause, sound.resume, sound.test])()
    if turn % 150 == 149:
        pool.submit(pygame.mixer.quit).result()
    if turn % 150 == 30:
        sound.test()
    sound.poll()
    time.sleep(0.001)
until(sound.test)
say(sound._shelf.size)
"""
    paths = [write_wav(tmp_path / f"{i}.wav", 0.8 + i / 10) for i in range(6)]
    assert run(script, *paths, SDL_AUDIODRIVER="dummy") <= 200_000
