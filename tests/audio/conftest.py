from collections.abc import Iterator
from pathlib import Path

import pytest
from audio.audio_stage import Clock, Stage, Worker, write_wav

from kiosk.audio import Mixer, SilentDevice


@pytest.fixture
def clips(tmp_path: Path) -> dict[str, Path]:
    return {"long": write_wav(tmp_path / "long.wav", 4.0), "short": write_wav(tmp_path / "short.wav", 1.0)}


@pytest.fixture
def stage() -> Iterator[Stage]:
    clock, worker = Clock(), Worker()
    device = SilentDevice(clock)
    sound = Mixer(device=device, clock=clock, off_thread=worker)
    made = Stage(clock, worker, device, sound)
    sound.on_ended = lambda key, seconds, complete: made.ended.append((key, round(seconds, 3), complete))
    made.settle()
    yield made
    sound.close()


@pytest.fixture
def loaded(stage: Stage, clips: dict[str, Path]) -> Stage:
    for key, path in clips.items():
        stage.sound.load(key, path)
    stage.settle()
    return stage
