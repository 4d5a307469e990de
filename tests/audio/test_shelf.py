from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.audio.device import Decoded
from kiosk.audio.shelf import Shelf


def voice(size: int) -> Decoded:
    return Decoded(seconds=size / 10, loudness=b"\xff", voice=object(), size=size)


def shelf_of(budget: int, **sizes: int) -> Shelf:
    shelf = Shelf(budget=budget)
    for key, size in sizes.items():
        shelf.place(key, Path(key))
        shelf.keep(key, voice(size), playing=None)
    return shelf


def held(shelf: Shelf, keys: str) -> str:
    return "".join(key for key in keys if (clip := shelf.get(key)) and clip.decoded)


def test_the_voice_used_longest_ago_makes_room() -> None:
    shelf = shelf_of(30, a=10, b=10, c=10)
    shelf.use("a")
    shelf.place("d", Path("d"))
    freed = shelf.keep("d", voice(10), playing=None)
    assert len(freed) == 1
    assert held(shelf, "abcd") == "acd"
    assert shelf.size == 30


def test_length_and_loudness_outlive_the_voice() -> None:
    shelf = shelf_of(10, a=10, b=10)
    clip = shelf.get("a")
    assert clip is not None
    assert (clip.decoded, clip.seconds, clip.loudness) == (None, 1.0, b"\xff")


def test_the_voice_that_plays_never_makes_room() -> None:
    shelf = shelf_of(20, a=10, b=10)
    shelf.place("c", Path("c"))
    shelf.keep("c", voice(20), playing="a")
    assert held(shelf, "abc") == "ac"


def test_a_voice_larger_than_all_the_memory_is_still_held() -> None:
    assert held(shelf_of(10, a=5, b=500), "ab") == "b"


def test_another_file_under_the_same_key_frees_the_first() -> None:
    shelf = shelf_of(30, a=10)
    clip, freed = shelf.place("a", Path("other"))
    assert (clip.decoded, len(freed), shelf.size) == (None, 1, 0)
    again, freed = shelf.place("a", Path("other"))
    assert again is clip
    assert freed == []


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 40)), max_size=40), st.integers(0, 60))
def test_what_is_held_adds_up_and_keeps_to_the_budget(steps: list[tuple[str, int]], budget: int) -> None:
    shelf = Shelf(budget=budget)
    for key, size in steps:
        shelf.place(key, Path(key))
        shelf.keep(key, voice(size), playing=None)
        sizes = {k: clip.decoded.size for k in "abcdef" if (clip := shelf.get(k)) and clip.decoded}
        assert shelf.size == sum(sizes.values())
        assert shelf.size <= budget or list(sizes) == [key]
