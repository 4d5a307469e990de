from itertools import pairwise
from pathlib import Path

import pytest
from audio.audio_stage import Clock, Stage, Worker, write_wav

from kiosk.audio import BadClip, Mixer, SilentDevice, Sound
from kiosk.errors import KnownError


def test_the_mixer_is_a_sound(stage: Stage) -> None:
    as_protocol: Sound = stage.sound
    assert as_protocol.playing is None


def test_a_clip_plays_to_its_end_and_says_so_once(loaded: Stage) -> None:
    assert loaded.sound.play("short")
    assert loaded.playing() == "short"
    loaded.after(0.5)
    assert loaded.sound.position == pytest.approx(0.5)
    loaded.after(0.6)
    assert loaded.playing() is None
    assert loaded.sound.position == 0
    loaded.after(3)
    assert loaded.ended == [("short", 1.0, True)]
    assert loaded.sound.state().kind == "ok"


def test_the_end_is_told_in_poll_and_never_inside_the_call_that_made_it(loaded: Stage) -> None:
    loaded.sound.play("long")
    loaded.clock.pass_by(1)
    loaded.sound.stop()
    assert loaded.ended == []
    loaded.sound.poll()
    assert loaded.ended == [("long", 1.0, False)]


def test_tapping_the_clip_that_plays_stops_it_with_a_short_fade(loaded: Stage) -> None:
    assert loaded.sound.tap("long")
    loaded.after(1)
    assert not loaded.sound.tap("long")
    assert loaded.playing() is None
    assert loaded.device.heard[-1] == ("fade", 120.0)
    loaded.settle()
    assert loaded.ended == [("long", 1.0, False)]


def test_tapping_another_clip_crossfades_to_its_beginning(loaded: Stage) -> None:
    loaded.sound.tap("long")
    loaded.after(1)
    loaded.device.heard.clear()
    assert loaded.sound.tap("short")
    assert [what for what, _ in loaded.device.heard] == ["fade", "start", "gain"]
    assert loaded.playing() == "short"
    assert loaded.sound.position == 0
    loaded.settle()
    assert loaded.ended == [("long", 1.0, False)]


def test_play_begins_again_what_already_plays(loaded: Stage) -> None:
    loaded.sound.play("long")
    loaded.after(2)
    assert loaded.sound.play("long")
    assert loaded.sound.position == 0


def test_a_clip_that_ended_before_anybody_looked_still_counts_as_heard_to_the_end(loaded: Stage) -> None:
    loaded.sound.play("short")
    loaded.clock.pass_by(5)
    loaded.sound.play("long")
    loaded.settle()
    assert loaded.ended == [("short", 1.0, True)]


def test_a_pause_holds_the_clock_and_the_voice_joins_where_it_was_held(loaded: Stage) -> None:
    loaded.sound.play("long")
    loaded.after(1.5)
    loaded.sound.pause()
    assert loaded.sound.paused
    loaded.after(60)
    assert loaded.playing() == "long"
    assert loaded.sound.position == pytest.approx(1.5)
    assert loaded.sound.level(3.5) == 0
    loaded.sound.resume()
    what, begun = loaded.device.heard[-2]
    assert what == "start" and begun == pytest.approx(1.5)
    loaded.after(2.6)
    assert loaded.ended == [("long", 4.0, True)]


def test_muted_clips_run_on_time_and_can_be_heard_again_in_the_middle(loaded: Stage) -> None:
    loaded.sound.set_volume(100)
    loaded.sound.set_muted(True)
    loaded.sound.play("long")
    assert loaded.device.heard[-1] == ("gain", 0.0)
    assert loaded.sound.state().kind == "muted"
    loaded.after(2)
    assert loaded.sound.position == pytest.approx(2)
    loaded.sound.set_muted(False)
    assert loaded.device.heard[-1] == ("gain", 1.0)
    loaded.after(2.1)
    assert loaded.ended == [("long", 4.0, True)]


@pytest.mark.parametrize(("volume", "gain"), [(0, 0.0), (50, 0.25), (100, 1.0), (-5, 0.0), (900, 1.0)])
def test_volume_follows_the_ear_and_stays_in_its_bounds(loaded: Stage, volume: int, gain: float) -> None:
    loaded.sound.play("long")
    loaded.sound.set_volume(volume)
    assert loaded.device.heard[-1] == ("gain", gain)


def test_the_sound_test_is_heard_though_a_delegate_switched_sound_off(loaded: Stage) -> None:
    loaded.sound.set_volume(50)
    loaded.sound.set_muted(True)
    assert loaded.sound.test()
    assert loaded.device.heard[-1] == ("tone", 0.25)


def test_level_moves_with_the_clip_and_is_still_without_one(loaded: Stage) -> None:
    assert loaded.sound.level(0.2) == 0
    loaded.sound.play("long")
    seen = [loaded.sound.level(at / 50) for at in range(200)]
    assert all(0 <= value <= 1 for value in seen)
    assert max(seen) > 0.9
    assert loaded.sound.level(4.5) == 0


# Clips that are not ready


def test_a_clip_touched_before_it_was_read_starts_from_its_beginning_when_it_has_been(
    stage: Stage, clips: dict[str, Path]
) -> None:
    stage.sound.load("short", clips["short"])
    assert stage.sound.play("short")
    assert stage.playing() == "short"
    stage.clock.pass_by(0.3)
    stage.sound.poll()
    assert stage.sound.position == 0
    stage.settle()
    assert stage.device.heard[-2] == ("start", 0.0)
    stage.after(1.1)
    assert stage.ended == [("short", 1.0, True)]


def test_captions_wait_half_a_second_for_a_slow_voice_and_then_go_ahead_of_it(
    stage: Stage, clips: dict[str, Path]
) -> None:
    stage.sound.load("long", clips["long"])
    stage.sound.play("long", seconds=10)
    for _ in range(3):
        stage.clock.pass_by(0.25)
        stage.sound.poll()
    assert stage.sound.position == pytest.approx(0.25)
    stage.settle()
    what, begun = stage.device.heard[-2]
    assert what == "start" and begun == pytest.approx(0.25)
    stage.after(4)
    assert stage.ended == [("long", 4.0, True)]
    assert stage.sound.state().kind == "ok"


def test_a_clip_that_was_never_loaded_is_refused_and_its_captions_may_still_run(stage: Stage) -> None:
    assert not stage.sound.play("nowhere")
    assert stage.playing() is None
    assert not stage.sound.play("nowhere", seconds=2.0)
    assert stage.playing() == "nowhere"
    stage.after(2.1)
    assert stage.ended == [("nowhere", 2.0, True)]
    assert stage.device.heard == []


@pytest.mark.parametrize("data", [b"", b"no sound at all, only words", b"RIFF\0\0\0\0WAVE", b"OggS" + bytes(90)])
def test_a_broken_clip_is_told_and_refused_and_its_captions_may_still_run(
    stage: Stage, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "broken.ogg"
    path.write_bytes(data)
    told: list[KnownError | None] = []
    stage.sound.load("broken", path, done=told.append)
    assert told == []
    stage.settle()
    assert isinstance(told[0], BadClip)
    assert "broken.ogg" in str(told[0])
    assert len(told) == 1
    assert not stage.sound.play("broken")
    assert stage.playing() is None
    assert not stage.sound.play("broken", seconds=1.0)
    stage.after(1.1)
    assert stage.ended == [("broken", 1.0, True)]


def test_a_clip_of_hours_is_refused_with_what_to_do(stage: Stage, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "hours.wav", 901, rate=100)
    told: list[KnownError | None] = []
    stage.sound.load("hours", path, done=told.append)
    with (tmp_path / "huge.wav").open("wb") as huge:
        huge.truncate(65 * 1024 * 1024)
    stage.sound.load("huge", tmp_path / "huge.wav", done=told.append)
    stage.settle()
    assert [str(fault) for fault in told] == [
        "hours.wav is longer than 15 minutes: cut it into shorter clips.",
        "huge.wav is larger than 64 MB: save it as OGG or MP3.",
    ]


def test_a_missing_file_is_a_sentence_and_can_be_put_back(stage: Stage, tmp_path: Path) -> None:
    told: list[KnownError | None] = []
    path = tmp_path / "gone.wav"
    stage.sound.load("gone", path, done=told.append)
    stage.settle()
    assert "put the file back" in str(told[0])
    write_wav(path, 1.0)
    stage.sound.load("gone", path, done=told.append)
    stage.settle()
    assert told[1] is None
    assert stage.sound.play("gone")


def test_a_clip_touched_while_it_turns_out_broken_ends_unheard_unless_its_length_is_known(
    stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "broken.ogg"
    path.write_bytes(b"no")
    stage.sound.load("broken", path)
    assert stage.sound.play("broken")
    stage.settle()
    assert stage.ended == [("broken", 0.0, False)]

    stage.sound.load("broken again", path)
    stage.sound.play("broken again", seconds=1.0)
    stage.settle()
    assert stage.playing() == "broken again"
    stage.after(1.1)
    assert stage.ended[-1] == ("broken again", 1.0, True)


def test_a_key_given_another_file_plays_the_new_one(loaded: Stage, clips: dict[str, Path]) -> None:
    loaded.sound.play("long")
    loaded.sound.load("long", clips["short"])
    loaded.settle()
    assert loaded.sound.duration("long") == pytest.approx(1.0)
    assert loaded.ended == [("long", 0.0, False)]


def test_a_clip_read_twice_over_by_changes_of_mind_is_kept_once(stage: Stage, clips: dict[str, Path]) -> None:
    for name in ("long", "short", "long"):
        stage.sound.load("clip", clips[name])
    first, *rest = stage.worker.jobs
    stage.worker.jobs[:] = []
    first()
    stage.sound.poll()
    voice = stage.sound._shelf.get("clip").decoded  # type: ignore[union-attr]
    stage.sound.play("clip")
    for job in rest:
        job()
    stage.sound.poll()
    assert stage.sound._shelf.get("clip").decoded is voice  # type: ignore[union-attr]
    assert stage.sound.duration("clip") == pytest.approx(4.0)


def test_a_clip_held_before_it_was_read_stays_held_until_it_is_let_go(stage: Stage, clips: dict[str, Path]) -> None:
    stage.sound.load("short", clips["short"])
    stage.sound.play("short", seconds=1.0)
    stage.sound.pause()
    stage.clock.pass_by(9)
    stage.sound.poll()
    stage.settle()
    assert (stage.playing(), stage.sound.position) == ("short", 0)
    stage.sound.resume()
    assert stage.device.heard[-2] == ("start", 0.0)
    stage.after(1.1)
    assert stage.ended == [("short", 1.0, True)]


def test_a_bug_in_a_worker_comes_out_of_poll_and_is_not_swallowed(clips: dict[str, Path]) -> None:
    clock, worker = Clock(), Worker()

    def bug(_path: Path) -> float:
        raise ZeroDivisionError

    sound = Mixer(device=SilentDevice(clock, measure=bug), clock=clock, off_thread=worker)
    sound.load("long", clips["long"])
    worker.work()
    with pytest.raises(ZeroDivisionError):
        sound.poll()


def test_after_close_nothing_more_is_told_and_nothing_breaks(loaded: Stage, clips: dict[str, Path]) -> None:
    loaded.sound.play("long")
    loaded.sound.load("late", clips["short"])
    loaded.sound.stop()
    loaded.sound.close()
    loaded.sound.close()
    loaded.settle()
    assert loaded.ended == []
    assert loaded.playing() is None
    assert not loaded.sound.test()


# The device


def test_without_a_device_everything_runs_on_time_and_the_host_is_told(clips: dict[str, Path]) -> None:
    clock, worker = Clock(), Worker()
    device = SilentDevice(clock, plugged=False)
    stage = Stage(clock, worker, device, Mixer(device=device, clock=clock, off_thread=worker))
    stage.sound.on_ended = lambda *event: stage.ended.append(event)
    assert stage.sound.state().kind == "starting"
    stage.sound.load("short", clips["short"])
    stage.settle()
    assert stage.sound.state().kind == "no-device"
    assert "plugged in" in stage.sound.state().sentence
    assert stage.sound.play("short")
    stage.after(0.5)
    assert stage.sound.level(0.1) > 0
    stage.after(0.6)
    assert stage.ended == [("short", 1.0, True)]
    assert device.heard == []


def test_a_device_lost_in_mid_clip_leaves_captions_running_and_sound_comes_back_where_they_are(
    loaded: Stage,
) -> None:
    loaded.sound.play("long")
    loaded.after(1)
    loaded.device.unplug()
    loaded.after(0.1)
    assert loaded.sound.state().kind == "lost"
    assert loaded.sound.position == pytest.approx(1.1)
    loaded.device.plug()
    loaded.device.heard.clear()
    loaded.after(1.5)
    assert loaded.sound.state().kind == "ok"
    what, at = loaded.device.heard[0]
    assert what == "start"
    assert 1.1 < at < 2.6
    loaded.after(1.5)
    assert loaded.ended == [("long", 4.0, True)]


def test_a_device_that_stays_away_does_not_delay_the_end(loaded: Stage) -> None:
    loaded.sound.play("long")
    loaded.after(1)
    loaded.device.unplug()
    loaded.after(3.05)
    assert loaded.ended == [("long", 4.0, True)]
    assert loaded.sound.state().kind == "lost"


def test_a_device_that_went_while_nothing_played_is_noticed(loaded: Stage) -> None:
    loaded.device.unplug()
    loaded.after(2.1)
    assert loaded.sound.state().kind == "lost"


def test_a_device_that_never_finishes_is_opened_again(loaded: Stage) -> None:
    loaded.device.hangs = True
    loaded.sound.play("short")
    loaded.after(1.9)
    assert loaded.sound.state().kind == "ok"
    loaded.after(0.2)
    assert loaded.sound.state().kind == "lost"
    assert "hangs" in loaded.sound.state().sentence


def test_a_clip_that_follows_at_once_is_not_taken_for_a_hanging_one(loaded: Stage) -> None:
    loaded.sound.play("short")
    loaded.after(1.05)
    loaded.sound.play("long")
    loaded.after(2)
    assert loaded.sound.state().kind == "ok"


def test_a_device_is_looked_for_less_and_less_often_and_for_ever(stage: Stage) -> None:
    stage.device.unplug()
    stage.after(2.1)
    stage.device.tries.clear()
    stage.after(400)
    gaps = [round(later - one) for one, later in pairwise(stage.device.tries)]
    assert gaps[:5] == [2, 4, 8, 15, 30]
    assert set(gaps[5:]) == {60}


def test_a_host_who_tests_the_sound_need_not_wait_for_the_next_try(stage: Stage) -> None:
    stage.device.unplug()
    stage.after(120)
    assert not stage.sound.test()
    stage.device.plug()
    stage.after(0.05)
    assert stage.sound.test()


def test_play_after_a_loss_that_nobody_noticed_yet_is_not_an_error(loaded: Stage) -> None:
    loaded.device.unplug()
    assert loaded.sound.play("short")
    assert loaded.sound.state().kind == "lost"
    loaded.after(1.1)
    assert loaded.ended == [("short", 1.0, True)]
