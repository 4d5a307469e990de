"""The commands. Each answers errors with one sentence and an exit code that is not 0."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kiosk.errors import KnownError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line. Returns the exit code."""
    given = parser().parse_args(words)
    try:
        code: int = given.run(given)
    except KnownError as error:
        print(f"kiosk: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    from kiosk import commands

    common = _places()
    top = argparse.ArgumentParser(prog="kiosk", description="The kiosk of one zone of a venue.")
    top.add_argument("--version", action="version", version=f"kiosk {commands.version()}")
    sub = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, text: str, run: commands.Run) -> argparse.ArgumentParser:
        made = sub.add_parser(name, help=text, description=text, parents=[common])
        made.set_defaults(run=run)
        return made

    one = command("run", "Open the full-screen kiosk of a zone.", commands.run)
    one.add_argument("--zone", metavar="ID", help="the zone; the first when not given")
    one.add_argument("--windowed", action="store_true", help="in a window, for the desk")

    one = command("hub", "Serve the iPads of a zone, without a screen of its own.", commands.hub)
    one.add_argument("--zone", metavar="ID", help="the zone; the first when not given")
    one.add_argument("--port", type=int, metavar="N", help="the port to listen on; 8787 when not given")
    hubs = one.add_subparsers(title="commands", metavar="COMMAND")
    text = "Make a certificate for the hub, and what IT gives to the iPads so that they trust it."
    one = hubs.add_parser("certificate", help=text, description=text, parents=[_places(default=argparse.SUPPRESS)])
    one.add_argument("--out", metavar="DIR", help="where the files for IT go; beside the certificate when not given")
    one.add_argument("--name", action="append", default=[], metavar="NAME", help="one more name of this machine")
    one.add_argument("--address", action="append", default=[], metavar="IP", help="one more address of this machine")
    one.add_argument("--days", type=int, default=397, metavar="N", help="how long it is good for; 397 when not given")
    one.set_defaults(run=commands.certificate, out=None)

    one = command("check", "Check the content and list every fault.", commands.check)
    one.add_argument("folder", nargs="?", metavar="FOLDER", help="one activity only; the venue when not given")
    one.add_argument("--json", action="store_true", help="for programs")

    one = command("tour", "Look at every screen: whether all fits, and a picture of each.", commands.tour)
    one.add_argument("--out", metavar="DIR", help="where the pictures go; none are made when not given")
    one.add_argument("--size", metavar="WxH", default="1920x1080", help="1920x1080 when not given")
    one.add_argument("--zone", metavar="ID", help="one zone only")
    one.add_argument("--text-size", type=int, choices=(1, 2, 3), default=1)
    one.add_argument("--contrast", action="store_true", help="in high contrast")
    one.add_argument("--language", metavar="CODE", default="en", help="en when not given")

    one = command("warm", "Draw every picture ahead, so that nobody waits for one.", commands.warm)
    one.add_argument("--zone", metavar="ID", help="the zone; the first when not given")
    one.add_argument("--size", metavar="WxH", default="1920x1080", help="of the screen; 1920x1080 when not given")

    command("selftest", "Tap through every activity offscreen and prove what was recorded.", commands.selftest)

    one = command("status", "Say how this kiosk's recording is doing.", commands.status)
    one.add_argument("--json", action="store_true", help="for programs")

    one = command("enrol", "Join a central store.", commands.enrol)
    one.add_argument("url", metavar="URL", help="where the central store is, such as https://centre.example.org")
    one.add_argument("code", metavar="CODE", help="the code that was made for this kiosk")

    syncs = sub.add_parser("sync", help="The central store.", description="The central store.")
    some = syncs.add_subparsers(title="commands", required=True, metavar="COMMAND")
    text = "Send all that is unsent now."
    some.add_parser("now", help=text, description=text, parents=[common]).set_defaults(run=commands.sync_now)
    text = "Say whether the central store has everything."
    one = some.add_parser("status", help=text, description=text, parents=[common])
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=commands.sync_status)

    one = command("export", "Write everything that was recorded to a file.", commands.export)
    one.add_argument("--format", choices=("csv", "jsonl"), default="csv")
    one.add_argument("--out", metavar="FILE", required=True)

    one = command("graph", "Draw an activity as a picture for its author.", commands.graph)
    one.add_argument("activity", metavar="ACTIVITY")
    one.add_argument("--out", metavar="FILE.svg", required=True)

    one = command("new", "Start a new activity from the smallest valid example.", commands.new)
    one.add_argument("kind", metavar="KIND")
    one.add_argument("name", metavar="NAME")

    one = command("preview", "Show one activity in a window, anew whenever you save.", commands.preview)
    one.add_argument("folder", metavar="FOLDER", help="the activity's folder")

    one = command("schema", "Write what an editor needs to check and explain YAML while you type.", commands.schema)
    one.add_argument("--out", metavar="DIR", help="where the schemas go; .schema in the content folder when not given")
    one.add_argument("--keys", metavar="FILE.md", help="write a page of every key as well")

    one = command("words", "Bring the files that a translator fills in up to date with the English.", commands.words)
    one.add_argument("language", metavar="LANGUAGE", help="its code, such as pl")
    one.add_argument("activities", nargs="*", metavar="ACTIVITY", help="only these; every activity when not given")

    host = sub.add_parser("host", help="The host's PINs.", description="The host's PINs.")
    hosts = host.add_subparsers(title="commands", required=True, metavar="COMMAND")
    one = hosts.add_parser("set-pin", help="Change a PIN.", description="Change a PIN.", parents=[common])
    one.add_argument("--it", action="store_true", help="the PIN that leaves the kiosk")
    one.set_defaults(run=commands.set_pin)
    return top


def _places(default: str | None = None) -> argparse.ArgumentParser:
    """Where things are. With SUPPRESS as default, what isn't given leaves what was said before a command's word."""
    places = argparse.ArgumentParser(add_help=False)
    places.add_argument("--data", metavar="DIR", default=default, help="where this kiosk keeps what it records")
    places.add_argument("--content", metavar="DIR", default=default, help="the content folder")
    places.add_argument("--zones", metavar="FILE", default=default, help="the venue's zones.yaml")
    return places
