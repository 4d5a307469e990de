"""The look: `theme.yaml`, read once for every face."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec

from kiosk.content.deck import Props
from kiosk.content.faults import Faults
from kiosk.content.library import write_kept
from kiosk.content.theme_model import Part, Theme
from kiosk.errors import KnownError

FILE = "theme.yaml"


def tokens(theme: Theme) -> Props:
    """The theme as plain JSON, for faces that look values up by name."""
    plain: Props = msgspec.json.decode(msgspec.json.encode(theme))
    return plain


class _Kept(msgspec.Struct):
    """A theme as it was read last, from a file of that size that was changed then."""

    size: int
    changed_ns: int
    theme: Theme


def read_theme(path: Path, kept: Path | None = None) -> Theme:
    """The theme. `kept` is a file that saves reading the YAML again. Raises KnownError with every fault of it."""
    if kept:
        with suppress(OSError, msgspec.DecodeError):
            old, seen = msgspec.json.decode(kept.read_bytes(), type=_Kept), path.stat()
            if (old.size, old.changed_ns) == (seen.st_size, seen.st_mtime_ns):
                return old.theme
    faults = Faults()
    theme = check_theme(path, faults)
    if theme is None:
        raise KnownError("; ".join(str(fault) for fault in faults.errors))
    if kept:
        seen = path.stat()
        write_kept(kept, msgspec.json.encode(_Kept(seen.st_size, seen.st_mtime_ns, theme)))
    return theme


def check_theme(path: Path, faults: Faults) -> Theme | None:
    """The theme as its file says now. None: it can't be used, and the faults say why."""
    from kiosk.content.reader import read_file
    from kiosk.content.validate import validate

    if not path.exists():
        faults.error(path.name, 1, "this file is missing", "put it back: it holds the colours and typefaces")
        return None
    before = len(faults.errors)
    document = read_file(path, path.name, faults)
    if document is None or validate(document, _checker(Theme), faults) is None or len(faults.errors) > before:
        return None
    return msgspec.convert(document.data, Theme)


def _checker(part: type[Part]) -> Any:
    """The same model for the check that tells every fault of a file at once: too slow to import for every start."""
    from pydantic import create_model

    from kiosk.content.base import Model

    hints = get_type_hints(part, include_extras=True)
    fields: dict[str, Any] = {name: (_checked(hint), ...) for name, hint in hints.items()}
    return create_model(part.__name__, __base__=Model, **fields)


def _checked(hint: Any) -> Any:
    from pydantic import Field

    if isinstance(hint, type) and issubclass(hint, Part):
        return _checker(hint)
    if get_origin(hint) is Annotated:
        plain, meta = get_args(hint)
        said = {
            name: getattr(meta, name) for name in ("pattern", "description", "min_length", "max_length", "ge", "le")
        }
        return Annotated[plain, Field(**{name: value for name, value in said.items() if value is not None})]
    if get_origin(hint) is tuple:
        return GenericAlias(tuple, tuple(_checked(one) for one in get_args(hint)))
    return hint
