"""`kiosk graph`, `kiosk new` and `kiosk schema`: for those who write activities."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kiosk import activities
from kiosk.activities import kinds
from kiosk.commands.terminal import out as terminal
from kiosk.content.compiling import draft
from kiosk.content.keys import page
from kiosk.content.library import ACTIVITY
from kiosk.content.schema import FOLDER, pointer, schemas
from kiosk.content.walk import walk
from kiosk.errors import KnownError
from kiosk.graph import chart, draw, shortest_ways
from kiosk.settings import Settings

MOST_LETTERS = 40
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TITLE = re.compile(r"^title:[^#\n]*?(?P<note> *#.*)?$", re.MULTILINE)


def graph(settings: Settings, *, activity: str, out: str) -> int:
    """Draw an activity as an SVG picture, dead ends and all."""
    folder = Path(activity) if (Path(activity) / ACTIVITY).is_file() else settings.content / activity
    if not (folder / ACTIVITY).is_file():
        raise KnownError(f"There is no activity {activity}: name one of the folders in {settings.content}.")
    path = Path(out).expanduser()
    if path.suffix.lower() != ".svg":
        raise KnownError(f"The picture is an SVG: give it a name that ends in .svg instead of {path.name}.")
    read = draft(folder.resolve(), kinds())
    deck = read.deck
    if deck is None:
        errors = [fault for fault in read.faults if fault.severity == "error"]
        more = f" (and {len(errors) - 1} more: see `kiosk check {activity}`)" if len(errors) > 1 else ""
        raise KnownError(f"{activity} can't be drawn before this is mended: {errors[0]}{more}")
    picture = draw(deck, chart(deck, walk(deck)), shortest_ways(deck))
    try:
        path.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise KnownError(f"{path} can't be written ({error.strerror}): name another file with --out.") from None
    terminal.print(f"The picture is in {path}: open it in any browser, or print it.")
    return 0


def new(settings: Settings, *, kind: str, name: str) -> int:
    """Start an activity called `name` from the smallest example of its kind, and say what to do next."""
    known = kinds()
    wanted = kind.replace("-", "_")
    if wanted not in known:
        raise KnownError(f"There is no kind of activity called `{kind}`: use one of {', '.join(known)}.")
    if not _NAME.fullmatch(name) or len(name) > MOST_LETTERS:
        raise KnownError(
            f"`{name}` can't be the name of an activity: use up to {MOST_LETTERS} small letters and figures, "
            "with a hyphen between words, such as `tea-with-sam`."
        )
    folder = settings.content / name
    if folder.exists():
        raise KnownError(f"There is already a folder {folder}: choose another name, or take it away first.")
    if not settings.content.is_dir():
        raise KnownError(f"There is no content folder at {settings.content}: say where it is with --content.")
    example = Path(activities.__file__).parent / wanted / "example"
    _start(example, folder, name.replace("-", " ").capitalize(), f"../{FOLDER}/{wanted}.json")
    _write_schemas(settings.content / FOLDER)
    key = "scenarios" if known[wanted].room else "activities"
    for line in _next_steps(folder, name, key):
        terminal.print(line)
    return 0


def schema(settings: Settings, *, out: str | None, keys: str | None) -> int:
    """Write what an editor needs to help an author, and the page of every key if a file for it is named."""
    folder = Path(out).expanduser() if out else settings.content / FOLDER
    if not out and not settings.content.is_dir():
        raise KnownError(f"There is no content folder at {settings.content}: say where it is with --content.")
    _write_schemas(folder)
    terminal.print(f"The schemas are in {folder}: an editor that knows YAML finds them by the first line of a file.")
    if keys:
        path = Path(keys).expanduser()
        try:
            path.write_text(page(kinds()), encoding="utf-8", newline="\n")
        except OSError as error:
            raise KnownError(f"{path} can't be written ({error.strerror}): name another file with --keys.") from None
        terminal.print(f"Every key is in {path}.")
    return 0


def _write_schemas(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schemas(kinds()).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise KnownError(f"The schemas can't be written to {folder} ({error.strerror}): check its rights.") from None


def _start(example: Path, folder: Path, title: str, schema: str) -> None:
    """Copy the example under another title, pointed at its schema: the whole folder or nothing."""
    # A name with a dot is no activity to a kiosk that looks meanwhile.
    unready = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(unready, ignore_errors=True)
    try:
        unready.mkdir()
    except OSError as error:
        raise KnownError(f"{unready} can't be made ({error.strerror}): check the rights of its folder.") from None
    try:
        for file in sorted(example.iterdir()):
            if file.name == ACTIVITY:
                _write_titled(file, unready / file.name, title, schema)
            else:
                shutil.copyfile(file, unready / file.name)
        unready.rename(folder)
    except BaseException as error:
        shutil.rmtree(unready, ignore_errors=True)
        if isinstance(error, OSError):
            raise KnownError(f"{folder} can't be made ({error.strerror}): check space and rights.") from None
        raise


def _write_titled(example: Path, file: Path, title: str, schema: str) -> None:
    # In quotes, because some words mean something else to YAML.
    text = _TITLE.sub(lambda old: f'title: "{title}"{old["note"] or ""}', example.read_text(encoding="utf-8"), count=1)
    file.write_text(pointer(schema) + text, encoding="utf-8", newline="\n")


def _next_steps(folder: Path, name: str, key: str) -> tuple[str, ...]:
    return (
        f"{folder} is there, and it works as it is. Next:",
        f"  1. Open {folder / ACTIVITY} and make it yours: a note beside each line says what it is for.",
        f"  2. See it while you write: kiosk preview {folder}",
        f"  3. See whether anything is wrong: kiosk check {folder}",
        f"  4. See where it leads: kiosk graph {name} --out {name}.svg",
        f"  5. Let a zone offer it: in zones.yaml, add {name} to the list of that zone, such as  {key}: [{name}]",
        "  6. See every screen: kiosk tour --out pictures",
    )
