"""What each command does. Nothing heavy is imported before its command is called."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable

from kiosk.commands.needs import has_display, require_qt
from kiosk.settings import Settings, of_this_process

Run = Callable[[Namespace], int]


def settings(given: Namespace) -> Settings:
    """The settings that a command line names."""
    return of_this_process(
        data=given.data,
        content=given.content,
        zones=given.zones,
        zone=getattr(given, "zone", None),
        windowed=getattr(given, "windowed", False),
        port=getattr(given, "port", None),
    )


def version() -> str:
    from kiosk.app import VERSION

    return VERSION


def run(given: Namespace) -> int:
    wanted = settings(given)
    if wanted.hub and not has_display(os.environ, sys.platform):
        from kiosk.commands.hubbing import hub
        from kiosk.commands.terminal import aside

        aside.print("kiosk: There is no display to show the kiosk on, so only iPads are served.")
        return hub(wanted)
    from kiosk.commands.running import run

    return run(wanted)


def hub(given: Namespace) -> int:
    from kiosk.commands.hubbing import hub

    return hub(settings(given))


def certificate(given: Namespace) -> int:
    from kiosk.commands.certifying import certificate

    return certificate(settings(given), folder=given.out, names=given.name, addresses=given.address, days=given.days)


def enrol(given: Namespace) -> int:
    from kiosk.commands.syncing import enrol

    return enrol(settings(given), url=given.url, code=given.code)


def sync_now(given: Namespace) -> int:
    from kiosk.commands.syncing import sync_now

    return sync_now(settings(given))


def sync_status(given: Namespace) -> int:
    from kiosk.commands.syncing import sync_status

    return sync_status(settings(given), as_json=given.json)


def check(given: Namespace) -> int:
    from kiosk.commands.checking import check

    return check(settings(given), folder=given.folder, as_json=given.json)


def tour(given: Namespace) -> int:
    require_qt(on_screen=False)
    from kiosk.commands.touring import tour

    return tour(
        settings(given),
        out=given.out,
        size=given.size,
        zone=given.zone,
        text=given.text_size,
        contrast=given.contrast,
        language=given.language,
    )


def warm(given: Namespace) -> int:
    require_qt(on_screen=False)
    from kiosk.commands.touring import pixels
    from kiosk.commands.warming import warm

    return warm(settings(given), size=pixels(given.size))


def selftest(given: Namespace) -> int:
    require_qt(on_screen=False)
    from kiosk.commands.selftesting import selftest

    return selftest(settings(given))


def status(given: Namespace) -> int:
    from kiosk.commands.reading import status

    return status(settings(given), as_json=given.json)


def export(given: Namespace) -> int:
    from kiosk.commands.reading import export

    return export(settings(given), kind=given.format, out=given.out)


def graph(given: Namespace) -> int:
    from kiosk.commands.authoring import graph

    return graph(settings(given), activity=given.activity, out=given.out)


def new(given: Namespace) -> int:
    from kiosk.commands.authoring import new

    return new(settings(given), kind=given.kind, name=given.name)


def preview(given: Namespace) -> int:
    require_qt()
    from kiosk.commands.previewing import preview

    return preview(settings(given), folder=given.folder)


def schema(given: Namespace) -> int:
    from kiosk.commands.authoring import schema

    return schema(settings(given), out=given.out, keys=given.keys)


def words(given: Namespace) -> int:
    from kiosk.commands.translating import words

    return words(settings(given), code=given.language, activities=given.activities)


def set_pin(given: Namespace) -> int:
    from kiosk.commands.hosting import set_pin

    return set_pin(settings(given), it=given.it)
