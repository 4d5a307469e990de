"""What was freed goes back to the system, so that a kiosk which runs for months stays as small as it is at noon.

Pictures are megabytes each and come and go. glibc learns from them to keep such blocks in its heap, where small
things that stay lie between them: measured over 8,000 taps, a fifth of the memory was free and kept. Elsewhere
(Windows, macOS, musl) the allocator gives back by itself, and nothing is done here.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import ctypes

M_MMAP_THRESHOLD: Final = -3
"""From glibc's malloc.h."""
LARGE_BYTES: Final = 256 * 1024
"""Blocks from this size on are the system's own, and are given back when they are freed."""


@cache
def _library() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    # Here, because it takes 10 ms that the first screen does not have to wait for.
    import ctypes

    with suppress(OSError, AttributeError):
        found = ctypes.CDLL(None)
        # Not in musl.
        found.mallopt, found.malloc_trim  # noqa: B018
        return found
    return None


def give_back_large() -> bool:
    """From now on: large blocks go back when they are freed. False where there is nothing to set."""
    library = _library()
    return library is not None and library.mallopt(M_MMAP_THRESHOLD, LARGE_BYTES) == 1


def give_back_free() -> bool:
    """Now: whole pages that are free go back. Takes milliseconds. False when there were none, or nothing to ask."""
    library = _library()
    return library is not None and library.malloc_trim(0) == 1
