"""Processes to measure: started, waited for with a bound, weighed with their children, ended."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

PATIENCE = 60.0
"""Seconds that a start may take before it counts as failed."""


def wait_readable(handle: int, what: str, patience: float = PATIENCE) -> None:
    """Until there is something to read. Raises TimeoutError naming `what` never came."""
    ready, _, _ = select.select([handle], [], [], patience)
    if not ready:
        raise TimeoutError(f"{what} did not come within {patience:.0f} s")


@contextmanager
def started(
    words: Sequence[str], *, environment: Mapping[str, str] | None = None, hand_over: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, gone with all its children afterwards."""
    process = subprocess.Popen(
        words,
        env={**os.environ, **(environment or {})},
        pass_fds=tuple(hand_over),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
    # What it started and left behind is in its group.
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait(10)


def proportional_memory(pid: int) -> float:
    """Megabytes (PSS) of a process and all its children: each shared page counts once over all who share it."""
    one = psutil.Process(pid)
    return sum(_pss(each.pid) for each in (one, *one.children(recursive=True))) / 1000


def _pss(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(float(line.split()[1]) for line in lines if line.startswith("Pss:"))


def seconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
