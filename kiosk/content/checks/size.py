"""All of the content fits on a small disk and through a slow line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.faults import Fault

MOST = 60_000_000
"""Bytes of all files in the content folder together."""
LARGEST = 5
"""How many of them are told."""


def size(content: Path, most: int = MOST) -> Iterator[Fault]:
    """A fault when the content is larger than `most` bytes, with its largest files."""
    sizes = sizes_of(content)
    total = sum(sizes.values())
    if total > most:
        largest = sorted(sizes, key=lambda name: (-sizes[name], name))[:LARGEST]
        told = ", ".join(f"{name} ({megabytes(sizes[name])})" for name in largest)
        what = f"the content takes {megabytes(total)}, and {megabytes(most)} is the most"
        yield Fault(content.name, 1, what, f"make the largest smaller: {told}")


def sizes_of(content: Path) -> dict[str, int]:
    """Bytes of every file in a folder, by its path from there."""
    return {path.relative_to(content).as_posix(): path.stat().st_size for path in content.rglob("*") if path.is_file()}


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
