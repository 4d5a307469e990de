"""Whatever a document names is there: files, links, `make` targets, commands with their options, settings, screens."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import open_library
from kiosk.cli import parser
from kiosk.commands.needs import LIBRARIES, ON_SCREEN
from kiosk.content.deck import Deck, Screen
from kiosk.host.pages import tabs
from kiosk.host.readiness import Facts, rows
from kiosk.settings import read
from sync.central.cli import parser as central

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
TOPS = {path.name for path in ROOT.iterdir() if path.name not in (".git", ".venv", ".data")}
MADE = ("pictures/", ".venv/", ".data/", "build/")
"""What the commands make: named, but not there before."""

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def code(text: str) -> list[str]:
    """Every piece of code: between backticks, and each line of a block; a line ending in a backslash goes on."""
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    fenced = [line for block in re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]
    joined = re.sub(r"\\\n\s*", "", text)
    indented = re.findall(r"^(?: {4,}|\t)(\S.*)$", joined, re.M)
    return [one.strip() for one in (*inline, *fenced, *indented)]


def paths_in(text: str) -> set[str]:
    """The files and folders of this repository that a document names, but for what it tells the reader to make."""
    found = set()
    for one in code(text):
        for word in one.split():
            name = word.strip("'\",;:()")
            if name.split("/")[0] in TOPS and re.fullmatch(r"[\w./-]+", name) and ("/" in name or "." in name):
                found.add(name)
    begun = tuple(
        f"content/{words[2]}/" for words in lines_of("kiosk", text) if words[:1] == ["new"] and len(words) > 2
    )
    return {name for name in found if not f"{name}/".startswith((*MADE, *begun))}


def anchors(text: str) -> set[str]:
    """Where the headings of a document can be linked to."""
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def lines_of(command: str, text: str) -> Iterator[list[str]]:
    """The words after a command wherever a piece of code calls it, without a comment."""
    for one in code(text):
        for part in re.split(r"&&|;|\|", one.split("  #")[0]):
            try:
                words = shlex.split(part)
            except ValueError:
                continue
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                words = words[1:]
            name = words[0].replace("\\", "/").split("/")[-1] if words else ""
            if name == command:
                yield words[1:]
            elif name.startswith("python") and words[1:3] == ["-m", command]:
                yield words[3:]


def commands(given: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> dict[tuple[str, ...], set[str]]:
    """Every command as its words, with the options it takes."""
    found = {before: {option for action in given._actions for option in action.option_strings}}
    for action in given._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                found |= commands(inner, (*before, name))
    return found


def misfit(words: list[str], known: dict[tuple[str, ...], set[str]]) -> str:
    """What of a `kiosk` line there isn't; empty when it is right."""
    plain = [word for word in words if not word.startswith("-")]
    longest = max((name for name in known if tuple(plain[: len(name)]) == name), key=len)
    if plain and not longest and re.fullmatch(r"[a-z]+", plain[0]):
        return f"there is no command `kiosk {plain[0]}`"
    for word in words:
        option = word.split("=")[0].strip("[]")
        if option.startswith("--") and option not in known[longest]:
            return f"`kiosk {' '.join(longest)}` takes no {option}"
    return ""


@each_document
def test_every_path_that_is_named_is_there(document: Path) -> None:
    missing = {name for name in paths_in(text_of(document)) if not (ROOT / name).exists()}
    assert missing == set()


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    text = text_of(document)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        name, _, place = target.partition("#")
        path = document.parent / name if name else document
        assert path.exists(), target
        assert not place or place in anchors(text_of(path)), target


@each_document
def test_every_make_target_is_there(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.M))
    for words in lines_of("make", text_of(document)):
        named = {word for word in words if re.fullmatch(r"[a-z]+", word)}
        assert named <= targets, words
        given = {word.split("=")[0] for word in words if "=" in word}
        assert given <= {"ZONE", "WINDOWED", "DATA", "ARGS", "PICTURES", "PYTHON"}, words


@each_document
def test_every_command_and_option_is_there(document: Path) -> None:
    known = commands(parser())
    assert [misfit(words, known) for words in lines_of("kiosk", text_of(document)) if misfit(words, known)] == []


@each_document
def test_every_command_of_the_central_store_is_there(document: Path) -> None:
    known, text = commands(central()), text_of(document)
    assert [misfit(words, known) for words in lines_of("kiosk-central", text) if misfit(words, known)] == []


@each_document
def test_no_document_names_a_place_on_somebodys_machine(document: Path) -> None:
    assert not re.search(r"/(work|tmp|root|home)/|\bshared/|localhost:\d", text_of(document))


def environment_variables() -> set[str]:
    """Those that the settings read."""
    tree = ast.parse(text_of(ROOT / "kiosk" / "settings.py"))
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {one for one in said if re.fullmatch(r"KIOSK_[A-Z_]+", one)}


def test_every_setting_is_explained_and_no_other() -> None:
    table = dict(re.findall(r"^\| `(KIOSK_\w+)` \| (.*)$", text_of(ROOT / "docs" / "for-it.md"), re.M))
    assert set(table) == environment_variables()
    defaults = read(environment={})
    cells = {name: [cell.strip() for cell in row.split("|")] for name, row in table.items()}
    assert float(cells["KIOSK_IDLE"][1]) == defaults.idle
    assert float(cells["KIOSK_COUNTDOWN"][1]) == defaults.countdown
    assert int(cells["KIOSK_HUB_PORT"][1]) == defaults.hub_port
    assert cells["KIOSK_HUB_ADDRESS"][1] == f"`{defaults.hub_address}`"
    assert cells["KIOSK_STATION"][1] == f"`{defaults.station}`"
    options = {option for taken in commands(parser()).values() for option in taken}
    assert {cell[0].strip("`") for cell in cells.values() if cell[0]} <= options


@each_document
def test_no_document_speaks_of_a_setting_that_is_not_there(document: Path) -> None:
    assert set(re.findall(r"KIOSK_[A-Z_]+", text_of(document))) <= environment_variables()


def test_hosts_are_told_of_every_page_and_every_row() -> None:
    text = text_of(ROOT / "docs" / "for-hosts.md")
    pages = {tab.label for tab in tabs(scenarios=1, notes=0, faults=0, paused=False, ipads=True)}
    panel = {row.title for row in rows(Facts(scenario_notice="It can't be shown.", ipads=0, certificate_days=3))}
    told = {word for line in text.splitlines() for word in re.findall(r"^\| \*\*([^*]+)\*\* \|", line)}
    assert told == pages | panel


def test_it_is_told_of_the_files_and_the_limits_that_there_are() -> None:
    from kiosk.hub import intake, news, serving
    from kiosk.hub.certificate import MOST_DAYS
    from kiosk.hub.guard import Limits
    from kiosk.hub.profile import CER, PROFILE
    from kiosk.hub.trust import CA, SERVER

    text = text_of(ROOT / "docs" / "for-it.md")
    files = set(re.findall(r"`([\w-]+\.(?:pem|cer|mobileconfig))`", text))
    assert files == {CA, SERVER, CER, PROFILE}
    assert f"at most {MOST_DAYS}" in text
    told = {
        int(number.replace(",", ""))
        for number in re.findall(r"\d[\d,]*", text.split("### What the hub refuses")[1].split("TLS")[0])
    }
    limits = Limits()
    assert told == {
        limits.body // 1024, limits.patience, limits.burst, limits.rate, serving.CONNECTIONS, news.MOST,
        intake.ITEMS_AN_HOUR, intake.NOTES_AN_HOUR, intake.NEWCOMERS_AN_HOUR,
    }  # fmt: skip
    defaults = read(environment={})
    assert f"TCP port {defaults.hub_port}" in text


def test_every_status_key_that_it_is_told_of_is_there() -> None:
    from kiosk.store import Status

    text = text_of(ROOT / "docs" / "for-it.md")
    told = re.search(r"`--json` gives (.+?) and more", text, re.S)
    assert told
    assert set(re.findall(r"`(\w+)`", told[1])) - {"content"} <= set(Status.__struct_fields__)


def table_of_screens() -> dict[tuple[str, str], tuple[set[str], set[str], set[str]]]:
    """From docs/architecture.md: by kind and screen kind props, slots and verbs, with its `?` if it has one."""
    found = {}
    for line in text_of(ROOT / "docs" / "architecture.md").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and re.fullmatch(r"`[a-z_]+`", cells[0]) and re.fullmatch(r"`[a-z]+`", cells[1]):
            props, slots, verbs = ({word.strip() for word in cell.split(",") if word.strip()} for cell in cells[2:])
            found[cells[0].strip("`"), cells[1].strip("`")] = (props, slots, verbs)
    return found


def test_every_screen_kind_is_described_as_it_is() -> None:
    """Against every screen of the content that comes with the program."""
    library = open_library(read(environment={}), keep=False)
    seen: dict[tuple[str, str], list[tuple[Deck, Screen]]] = defaultdict(list)
    for deck in library.decks.values():
        for screen in deck.screens.values():
            seen[deck.kind, screen.kind].append((deck, screen))
    told = table_of_screens()
    assert set(told) == set(seen)
    for name, (props, slots, verbs) in told.items():
        screens = [screen for _, screen in seen[name]]
        sure = {prop for prop in props if not prop.endswith("?")}
        may = {prop.strip("?") for prop in props}
        for screen in screens:
            assert sure <= set(screen.props) <= may, name
            assert {action.verb for action in screen.actions} <= {verb.strip("?") for verb in verbs}, name
        assert {part.slot for screen in screens for part in screen.parts} == slots, name
        done = {action.verb for screen in screens for action in screen.actions}
        assert {verb for verb in verbs if not verb.endswith("?")} <= done, name


def test_the_moment_is_described_as_it_is() -> None:
    from kiosk.player import Offer, View

    text = text_of(ROOT / "docs" / "architecture.md")
    view = text[text.index("`view` is `player.View`") : text.index("### Every screen kind")]
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", view))))
    assert {*View.__struct_fields__, *Offer.__struct_fields__} <= named
    moment = text[text.index("### What a face draws") : text.index("`view` is `player.View`")]
    keys = set(re.findall(r"\w+", " ".join(re.findall(r"^\| (`[^|]+) \|", moment, re.M))))
    assert keys == moment_keys()


def moment_keys() -> set[str]:
    """The keys of `Station.moment()`, from its source: it is one literal."""
    tree = ast.parse(text_of(ROOT / "kiosk" / "station.py"))
    made = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "moment")
    literal = next(node.value for node in made.body if isinstance(node, ast.AnnAssign))
    assert isinstance(literal, ast.Dict)
    return {key.value for key in literal.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def test_every_decision_says_context_decision_and_what_was_dropped_and_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = text_of(folder / "README.md")
    pages = [path for path in sorted(folder.glob("*.md")) if path.name != "README.md"]
    assert len(pages) >= 8
    for number, page in enumerate(pages, 1):
        text = text_of(page)
        assert [line for line in text.splitlines() if line.startswith("## ")] == [
            "## Context", "## Decision", "## Dropped",
        ]  # fmt: skip
        title = text.splitlines()[0]
        assert title.startswith(f"# {number}. ")
        assert f"[{title.split('. ', 1)[1]}]({page.name})" in listed


def test_the_readme_begins_with_the_two_commands_and_shows_them_at_work() -> None:
    text = text_of(ROOT / "README.md")
    assert [words[0] for words in lines_of("make", text.split("\n\n")[1])] == ["run", "test"]
    assert text.index("make test") < text.index("![") < text.index("## ")


def test_the_readme_names_no_package_that_is_not_needed() -> None:
    text = text_of(ROOT / "README.md")
    named = next(words for words in lines_of("sudo", text) if words[:2] == ["apt", "install"])[2:]
    needed = {*LIBRARIES.values(), *ON_SCREEN.values()}
    assert set(named) - {"make", "python3-venv"} <= needed
    assert len(named) > 15


# The checks themselves


def test_a_path_a_command_and_an_option_that_are_not_there_are_found() -> None:
    text = "See `kiosk/nothing.py` and `docs/for-it.md`.\n\n    kiosk fly --high\n    make coffee  # black\n"
    assert paths_in(text) == {"kiosk/nothing.py", "docs/for-it.md"}
    assert list(lines_of("kiosk", text)) == [["fly", "--high"]]
    assert list(lines_of("make", text)) == [["coffee"]]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("run --zone living-room --windowed", ""),
        ("host set-pin --it", ""),
        ("check FOLDER --json", ""),
        ("--help", ""),
        ("fly", "there is no command `kiosk fly`"),
        ("run --fast", "`kiosk run` takes no --fast"),
        ("host set-pin --zone x", "`kiosk host set-pin` takes no --zone"),
    ],
)
def test_a_line_that_the_program_would_refuse_is_found(line: str, wrong: str) -> None:
    assert misfit(line.split(), commands(parser())) == wrong


def test_headings_can_be_linked_to() -> None:
    assert anchors("# One\n\n## What is recorded, and why?\n") == {"one", "what-is-recorded-and-why"}


def test_whoever_runs_the_centre_is_told_of_its_options_and_limits() -> None:
    from sync.central import devices
    from sync.central.bodies import Limits
    from sync.protocol import BLOCK

    text = text_of(ROOT / "docs" / "central.md")
    known = commands(central())[("serve",)] - {"-h", "--help"}
    assert known == set(re.findall(r"`(--[a-z-]+)`", text.split("## PostgreSQL")[0]))
    assert f"{BLOCK:,}" in text
    assert f"{Limits().batch // 1024 // 1024} MB" in text
    assert (devices.TRIES, devices.ALL_TRIES, devices.WINDOW, devices.GOOD_FOR) == (10, 100, 900_000, 604_800_000)
