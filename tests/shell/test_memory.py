"""What is freed goes back to the system."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

SCRIPT = """
from pathlib import Path
from kiosk.shell.memory import LARGE_BYTES, give_back_large

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

if "set" in {arguments}:
    assert give_back_large()
# As a kiosk does: a large picture comes and goes, then many of the same size, with something small kept behind each.
bytearray(24_000_000)
before, kept = resident(), []
held = []
for _ in range(60):
    held.append(b"p" * 2 * LARGE_BYTES)
    kept.append(b"s" * 900)
held.clear()
print(resident() - before)
"""


def grown(*arguments: str) -> int:
    """Bytes that stay with a process which has freed 30 MB."""
    script = SCRIPT.replace("{arguments}", repr(arguments))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return int(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps large blocks")
def test_pictures_that_are_let_go_do_not_stay_in_memory() -> None:
    assert grown("set") < 3_000_000
    assert grown() > 10_000_000
