"""The commands of the central store. Each answers errors with one sentence and an exit code that is not 0."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.errors import KnownError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line. Returns the exit code."""
    given = parser().parse_args(words)
    try:
        code: int = given.run(given)
    except KnownError as error:
        print(f"kiosk-central: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    from sync.central import commands
    from sync.central.xapi import BASE

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", metavar="DIR", type=Path, help="where SQLite's file is, without DATABASE_URL")
    top = argparse.ArgumentParser(
        prog="kiosk-central",
        description="The central store: receives what kiosks recorded. DATABASE_URL makes it PostgreSQL.",
    )
    top.add_argument("--version", action="version", version=f"kiosk-central {commands.version()}")
    sub = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, text: str, run: commands.Run) -> argparse.ArgumentParser:
        made = sub.add_parser(name, help=text, description=text, parents=[common])
        made.set_defaults(run=run)
        return made

    one = command("serve", "Receive what kiosks send.", commands.serve)
    one.add_argument("--address", metavar="IP", default="127.0.0.1", help="127.0.0.1 when not given")
    one.add_argument("--port", type=int, metavar="N", default=8790, help="8790 when not given")
    one.add_argument("--name", metavar="NAME", default="central store", help="what kiosks call it")
    text = "believe the reverse proxy at this address (127.0.0.1 when not said) where a request came from"
    one.add_argument("--proxy-headers", metavar="IP", nargs="?", const="127.0.0.1", default="", help=text)

    command(
        "migrate", "Bring the database to the shape that this version needs; serve does it by itself.", commands.migrate
    )

    one = command("enrol", "Make a code with which one kiosk joins, once.", commands.enrol)
    one.add_argument("--zone", metavar="ID", required=True, help="the zone that it stands in")
    one.add_argument("--venue", metavar="NAME", required=True, help="the venue")
    one.add_argument("--url", metavar="URL", help="where kiosks find this server: the QR code then says it, too")
    one.add_argument("--qr", metavar="FILE.png", type=Path, help="write the QR code as a picture")

    one = command("devices", "The kiosks that joined.", commands.list_devices)
    more = one.add_subparsers(title="commands", metavar="COMMAND")
    quiet = argparse.ArgumentParser(add_help=False)
    quiet.add_argument("--data", metavar="DIR", type=Path, default=argparse.SUPPRESS)
    inner = more.add_parser("list", help="List them.", description="List them.", parents=[quiet])
    inner.set_defaults(run=commands.list_devices)
    text = "Let a kiosk send no more; what it sent stays."
    inner = more.add_parser("revoke", help=text, description=text, parents=[quiet])
    inner.add_argument("id", metavar="ID")
    inner.set_defaults(run=commands.revoke)

    one = command("prove", "Compare what each side holds, and name every difference.", commands.prove)
    one.add_argument("--json", action="store_true", help="for programs, with the digest of every block")

    one = command("xapi", "Write what was done as xAPI statements, one a line.", commands.write_xapi)
    one.add_argument("--out", metavar="FILE", required=True, help="where to; - is the standard output")
    one.add_argument("--since", metavar="DATE", default="", help="only from then on (UTC), such as 2026-11-28")
    one.add_argument("--iri", metavar="URL", default=BASE, help=f"what IRIs begin with; {BASE} when not given")
    return top


def default_data(environment: Mapping[str, str]) -> Path:
    """Where SQLite's file is when nobody says."""
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "Kiosk central"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "kiosk-central"
