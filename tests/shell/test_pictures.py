"""Pictures from content: drawn once, kept, and never a crash."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlImageProviderBase
from pytestqt.qtbot import QtBot

from kiosk.shell import raster
from kiosk.shell.images import packed, unpacked
from kiosk.shell.pictures import ArtProvider, IconProvider, PictureDesk, Pictures, recoloured
from kiosk.shell.request import MAX_SIDE, Groups, Request, Sheet, parse
from kiosk.shell.svg import UnsafePicture

pytestmark = pytest.mark.usefixtures("qapp")
ROOT = Path(__file__).parents[2]
SHEET = Sheet(paper="#F4EADB", line="#8A7C6C", ink="#16242E", family="Atkinson Hyperlegible")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">%s</svg>'
HALVES = SVG % '<rect width="20" height="20" fill="#ff0000"/><rect x="20" width="20" height="20" fill="#0000ff"/>'
FACE = SVG % (
    '<rect width="40" height="20" fill="#ffffff"/>'
    '<g id="eyes"><rect x="8" y="4" width="4" height="2"/></g>'
    '<g id="eyes-closed" display="none"><rect x="8" y="5" width="4" height="1"/></g>'
    '<g id="mouth"><rect x="10" y="12" width="10" height="1" fill="#ff0000"/></g>'
    '<g id="mouth-open" display="none" transform="translate(0 1)">'
    '<rect x="10" y="12" width="10" height="4" fill="#0000ff"/></g>'
)


class Shelf:
    """Pictures over a temporary folder, with everything they did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reported: list[str] = []
        self.later: list[Callable[[], None]] = []
        self.looked: list[str] = []
        self.pictures = self.fresh()

    def fresh(self) -> Pictures:
        return Pictures(
            lookup=self._find,
            cache=self.folder / "cache",
            sheet=SHEET,
            report=self.reported.append,
            later=self.later.append,
        )

    def _find(self, sha: str) -> Path | None:
        self.looked.append(sha)
        path = self.folder / sha
        return path if path.is_file() else None

    def put(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)

    def finish(self) -> None:
        while self.later:
            self.later.pop()()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def png(width: int, height: int, name: str = "#ff0000") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    return image


def test_an_address_says_everything_about_one_drawing() -> None:
    asked = parse(
        "abc?view=1,2,30,40&show=a,b&hide=c&face=woman&mood=moved&mouth=open&eyes=closed&round=28%2C28,0,0&at=552",
        QSize(1104, 572),
    )
    assert asked == Request(
        sha="abc",
        view=(1, 2, 30, 40),
        groups=Groups(("a", "b"), ("c",)),
        face=("woman", "moved", True, True),
        round="28,28,0,0",
        at=552,
        width=1104,
        height=572,
    )


@pytest.mark.parametrize("address", ["abc", "abc?", "abc?view=1,2", "abc?view=a,b,c,d", "abc?view=0,0,0,9&at=x&&="])
def test_an_address_that_makes_no_sense_still_names_its_picture(address: str) -> None:
    assert parse(address, QSize()) == Request(sha="abc")


def test_a_size_past_all_bounds_is_cut_down() -> None:
    asked = parse("abc", QSize(10**6, 10**6))
    assert (asked.width, asked.height) == (MAX_SIDE, MAX_SIDE)


def test_a_picture_is_drawn_at_the_size_asked(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    image = shelf.pictures.image(Request(sha="halves", width=400, height=200))
    assert (image.width(), image.height()) == (400, 200)
    assert (colour(image, 190, 100), colour(image, 210, 100)) == ("#ff0000", "#0000ff")


def test_a_view_shows_its_part_and_covers_the_size(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    image = shelf.pictures.image(Request(sha="halves", view=(20, 0, 10, 10), width=100, height=60))
    assert {colour(image, x, y) for x in (0, 99) for y in (0, 59)} == {"#0000ff"}


def test_cover_keeps_the_middle() -> None:
    assert raster.cover((0, 0, 100, 100), 200, 100) == (0, 25, 100, 50)
    assert raster.cover((10, 0, 100, 50), 100, 100) == (35, 0, 50, 50)


def test_a_missing_side_follows_the_view(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    assert shelf.pictures.image(Request(sha="halves", width=100)).height() == 50
    assert shelf.pictures.image(Request(sha="halves", height=100)).width() == 200


def test_a_photograph_is_cropped_like_a_drawing(shelf: Shelf) -> None:
    image = png(200, 100)
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor("#0000ff"))
    image.save(str(shelf.folder / "photo"), "png")  # type: ignore[call-overload]
    drawn = shelf.pictures.image(Request(sha="photo", view=(120, 0, 60, 60), width=30, height=30))
    assert {colour(drawn, x, y) for x in (1, 28) for y in (1, 28)} == {"#0000ff"}


def test_corners_are_cut_in_logical_pixels(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    image = shelf.pictures.image(Request(sha="halves", round="20,0,0,0", at=100, width=200, height=100))
    assert image.pixelColor(4, 4).alpha() == 0
    assert image.pixelColor(195, 4).alpha() == 255
    assert image.pixelColor(14, 14).alpha() == 255


def test_a_circle_and_a_blob_leave_their_corners_clear(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    for shape in ("circle", "blob"):
        image = shelf.pictures.image(Request(sha="halves", round=shape, width=100, height=100))
        assert image.pixelColor(2, 2).alpha() == 0 and image.pixelColor(97, 97).alpha() == 0
        assert image.pixelColor(50, 50).alpha() == 255


def test_a_face_region_holds_every_look_of_the_face() -> None:
    x, y, width, height = raster.face_region(FACE.encode(), margin=0)
    assert (x, y, x + width, y + height) == pytest.approx((8, 4, 20, 17), abs=0.01)


def test_a_face_region_follows_the_groups_around_the_face() -> None:
    moved = (
        SVG % '<g transform="translate(3 2) scale(2)"><g id="mouth"><rect x="1" y="1" width="4" height="2"/></g></g>'
    )
    assert raster.face_region(moved.encode(), margin=0) == pytest.approx((5, 4, 8, 4), abs=0.01)


def test_a_face_that_is_not_in_the_picture_is_a_sentence() -> None:
    with pytest.raises(UnsafePicture, match="no face"):
        raster.face_region(HALVES.encode())


def test_an_overlay_of_a_face_is_exactly_the_part_of_the_picture_with_the_mouth_open(shelf: Shelf) -> None:
    shelf.put("face", FACE)
    whole = shelf.pictures.image(Request(sha="face", face=("", "", True, False), width=400, height=200))
    part = shelf.pictures.image(
        Request(sha="face", face=("", "", True, False), view=(8, 4, 13, 14), width=130, height=140)
    )
    assert part == whole.copy(80, 40, 130, 140)
    still = shelf.pictures.image(Request(sha="face", face=("", "", False, False), width=400, height=200))
    assert (colour(whole, 150, 150), colour(still, 150, 150)) == ("#0000ff", "#ffffff")


def test_a_picture_is_drawn_once_and_then_held(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    first = shelf.pictures.image(Request(sha="halves", width=100, height=50))
    again = shelf.pictures.image(Request(sha="halves", width=100, height=50))
    assert again == first
    assert shelf.looked == ["halves"]


def test_a_picture_survives_a_restart_without_being_drawn_again(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    first = shelf.pictures.image(Request(sha="halves", width=100, height=50))
    shelf.finish()
    again = shelf.fresh().image(Request(sha="halves", width=100, height=50))
    assert shelf.looked == ["halves"]
    assert again.convertToFormat(first.format()) == first


def test_a_damaged_cache_file_is_drawn_again(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    asked = Request(sha="halves", width=100, height=50)
    shelf.pictures.image(asked)
    shelf.finish()
    (kept,) = (shelf.folder / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:20])
    image = shelf.fresh().image(asked)
    assert colour(image, 10, 10) == "#ff0000"
    assert shelf.reported == []


def test_a_cache_that_cannot_be_written_costs_only_time(shelf: Shelf) -> None:
    shelf.put("cache", "a file where the folder should be")
    shelf.put("halves", HALVES)
    image = shelf.pictures.image(Request(sha="halves", width=100, height=50))
    shelf.finish()
    assert colour(image, 10, 10) == "#ff0000"
    assert shelf.reported == []


def test_memory_is_bounded_and_the_oldest_goes_first(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.shell.pictures.MEMORY_BYTES", 100 * 50 * 4 * 2)
    for name in ("a", "b", "c", "a", "c"):
        shelf.put(name, HALVES)
        shelf.pictures.image(Request(sha=name, width=100, height=50))
    assert shelf.looked == ["a", "b", "c", "a"]


WRONG = {
    "not there": None,
    "empty": b"",
    "words": b"this is no picture",
    "a script": SVG % "<script/>",
    "half a PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "an HTML page": "<html><body>hello</body></html>",
    "noise": bytes(range(256)) * 10,
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG.keys())
def test_a_picture_that_is_no_picture_is_paper_with_a_sentence_and_one_report(
    shelf: Shelf, content: str | bytes | None
) -> None:
    if content is not None:
        shelf.put("wrong", content)
    asked = Request(sha="wrong", width=640, height=360)
    image = shelf.pictures.image(asked)
    shelf.pictures.image(asked)
    assert (image.width(), image.height()) == (640, 360)
    assert colour(image, 1, 1) == SHEET.paper.lower()
    darkest = min(image.pixelColor(x, y).lightness() for x in range(640) for y in range(120, 240))
    assert darkest < 60  # the words
    assert len(shelf.reported) == 1 and shelf.reported[0].endswith(".")


def test_a_bitmap_too_large_to_hold_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(raster, "MAX_PIXELS", 99)
    png(10, 10).save(str(tmp_path / "big.png"))
    with pytest.raises(UnsafePicture, match="10 by 10"):
        raster.draw((tmp_path / "big.png").read_bytes(), Request(sha=""))


def test_several_threads_may_ask_at_once(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    found: list[QImage] = []

    def ask() -> None:
        for width in range(10, 60):
            found.append(shelf.pictures.image(Request(sha="halves", width=width, height=20)))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 200 and not any(image.isNull() for image in found)


def test_a_kept_picture_comes_back_the_same_and_damage_is_noticed(shelf: Shelf) -> None:
    shelf.put("halves", HALVES)
    image = shelf.pictures.image(Request(sha="halves", round="circle", width=30, height=30))
    kept = packed(image)
    assert unpacked(kept) == image
    broken = bytearray(kept)
    broken[-1] ^= 1
    assert [unpacked(bytes(broken)), unpacked(kept[:40]), unpacked(b""), unpacked(b"x" * 40)] == [None] * 4


def test_the_cache_forgets_what_was_unused_longest(shelf: Shelf) -> None:
    folder = shelf.folder / "cache"
    folder.mkdir()
    for age, name in enumerate(("new", "old", "oldest")):
        (folder / name).write_bytes(b"x" * 100)
        os.utime(folder / name, (10_000 - age, 10_000 - age))
    shelf.pictures.prune(250)
    assert sorted(path.name for path in folder.iterdir()) == ["new", "old"]


def test_the_desk_gives_nothing_at_first_and_says_when_it_is_ready(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.put("halves", HALVES)
    desk = PictureDesk(shelf.pictures, later=shelf.later.append)
    assert desk.source("halves?view=0,0,20,20", 80, 40) == ""
    assert desk.source("halves?view=0,0,20,20", 80, 40) == ""
    assert len(shelf.later) == 1  # asked twice, drawn once
    with qtbot.waitSignal(desk.ready) as ready:
        threading.Thread(target=shelf.finish).start()
    key = desk.key("halves?view=0,0,20,20", 80, 40)
    assert ready.args == [key]
    assert desk.source("halves?view=0,0,20,20", 80, 40) == f"image://art/{key}"
    size = QSize()
    image = ArtProvider(shelf.pictures).requestImage(key, size, QSize())
    assert (size.width(), size.height()) == (80, 40) == (image.width(), image.height())


def test_a_picture_that_is_not_held_is_clear_not_a_crash(shelf: Shelf) -> None:
    image = ArtProvider(shelf.pictures).requestImage("no such key", QSize(), QSize())
    assert image.pixelColor(0, 0).alpha() == 0


def test_no_picture_provider_runs_on_the_image_threads_of_qml(shelf: Shelf, tmp_path: Path) -> None:
    # They hold a lock while waiting for Python: see pictures.py.
    for provider in (ArtProvider(shelf.pictures), IconProvider(tmp_path, report=lambda _: None)):
        assert not provider.flags() & QQmlImageProviderBase.Flag.ForceAsynchronousImageLoading


@pytest.mark.parametrize("path", sorted((ROOT / "kiosk").rglob("*.qml")), ids=lambda path: path.name)
def test_no_screen_asks_for_a_picture_from_the_image_threads_of_qml(path: Path) -> None:
    assert "asynchronous: true" not in path.read_text(encoding="utf-8")


ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    '<g fill="none" stroke="#16242E" stroke-width="4">%s</g></svg>'
)


def test_an_icon_takes_any_colour_and_weight(tmp_path: Path) -> None:
    (tmp_path / "bar.svg").write_text(ICON % '<path d="M0 24h48"/>', encoding="utf-8")
    provider = IconProvider(tmp_path, report=lambda _: None)
    thin = provider.requestImage("bar?c=ff0000&w=4", QSize(), QSize(48, 48))
    thick = provider.requestImage("bar?c=ff0000&w=12", QSize(), QSize(48, 48))
    assert colour(thin, 24, 24) == "#ff0000" and thin.pixelColor(24, 28).alpha() == 0
    assert colour(thick, 24, 28) == "#ff0000"


@pytest.mark.parametrize("name", ["nothing", "../secret", "UPPER", ""])
def test_an_icon_that_is_not_there_is_clear_and_reported_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.svg").write_text(ICON % "", encoding="utf-8")
    folder = tmp_path / "icons"
    folder.mkdir()
    reported: list[str] = []
    provider = IconProvider(folder, report=reported.append)
    for _ in range(2):
        image = provider.requestImage(f"{name}?c=ff0000", QSize(), QSize(20, 20))
        assert image.pixelColor(10, 10).alpha() == 0
    assert len(reported) == 1


def test_only_real_colours_and_numbers_reach_an_icon() -> None:
    text = ICON % ""
    assert recoloured(text, '"/><script', "x") == text
    assert "#B23A22" in recoloured(text, "ffB23A22", "")


def test_every_icon_of_the_content_is_plain_and_recolours() -> None:
    from kiosk.shell.svg import read_svg

    files = sorted((Path(__file__).parents[2] / "content" / "icons").glob("*.svg"))
    assert len(files) >= 49
    for path in files:
        text = path.read_text(encoding="utf-8")
        read_svg(text.encode())
        assert "#16242E" not in recoloured(text, "ff0000", "4"), path.name


def test_a_picture_larger_than_any_screen_is_not_drawn(shelf: Shelf) -> None:
    desk = PictureDesk(shelf.pictures, later=shelf.later.append)
    assert desk.source("halves?", 8192, 8192) == ""
    assert not shelf.later
    assert desk.source("halves?", 3840, 2160) == ""
    assert len(shelf.later) == 1
