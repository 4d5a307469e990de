"""`kiosk check`: every fault of the content in one go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kiosk.activities import kinds
from kiosk.app import open_library
from kiosk.commands.terminal import out, progress
from kiosk.content.compiling import compile_folder
from kiosk.content.faults import Fault
from kiosk.errors import KnownError
from kiosk.settings import Settings


def check(settings: Settings, *, folder: str | None, as_json: bool) -> int:
    """List the faults of one activity's folder, or of the whole venue. Returns 1 when there is an error among them."""
    if folder:
        path = Path(folder) if Path(folder).is_dir() else settings.content / folder
        if not path.is_dir():
            raise KnownError(f"There is no folder {folder}: name an activity's folder.")
        faults: Iterable[Fault] = compile_folder(path.resolve(), kinds()).faults
        what = path.name
    else:
        with progress("Reading the content") as told:
            library = open_library(settings, told, keep=False)
        faults, what = library.faults, library.name
    found = sorted(faults)
    errors = sum(fault.severity == "error" for fault in found)
    if as_json:
        told_faults = [msgspec.to_builtins(fault) for fault in found]
        out.print(msgspec.json.encode({"faults": told_faults, "errors": errors}).decode())
        return 1 if errors else 0
    for fault in found:
        out.print(str(fault) if fault.severity == "error" else f"{fault} (warning)")
    if not found:
        out.print(f"{what}: no faults.")
    else:
        out.print(f"{what}: {errors} to mend, {len(found) - errors} to look at.")
    return 1 if errors else 0
