"""Process trees through /proc: who belongs to one, its processor time, its memory."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from .model import Memory

_TICKS = os.sysconf("SC_CLK_TCK")
_SHELLS = {"sh", "bash", "dash", "env"}


@dataclass(frozen=True)
class Process:
    pid: int
    parent: int
    session: int
    name: str
    cpu_seconds: float  # its own, and that of the children that it has waited for


def parse_stat(text: str) -> Process:
    """Reads /proc/PID/stat; the name stands in brackets and may contain some."""
    head, _, tail = text.rpartition(")")
    pid, _, name = head.partition(" (")
    fields = tail.split()
    ticks = sum(int(field) for field in fields[11:15])  # utime, stime, cutime, cstime
    return Process(int(pid), int(fields[1]), int(fields[3]), name, ticks / _TICKS)


def _all() -> list[Process]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found.append(parse_stat((entry / "stat").read_text(errors="replace")))
            except OSError:
                continue  # it ended between the listing and the reading
    return found


def tree(root: int) -> list[Process]:
    """The process, its descendants, and what else is in its session; parents first."""
    everyone = sorted(_all(), key=lambda process: process.pid)
    inside = {process.pid for process in everyone if root in (process.session, process.pid)}
    while True:
        more = {p.pid for p in everyone if p.parent in inside} - inside
        if not more:
            break
        inside |= more
    members = [process for process in everyone if process.pid in inside]
    return sorted(members, key=lambda process: process.pid != root)


def cpu_seconds(root: int) -> float:
    """User and system time of the tree so far, reaped children included."""
    return sum(process.cpu_seconds for process in tree(root))


def _kilobytes(pid: int) -> tuple[int, int]:
    """RSS and PSS in KiB."""
    rss = pss = 0
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Rss:"):
            rss = int(line.split()[1])
        elif line.startswith("Pss:"):
            pss = int(line.split()[1])
    return rss, pss


def memory(root: int) -> Memory:
    sizes = []
    for process in tree(root):
        if process.name in _SHELLS:
            continue
        try:
            sizes.append(_kilobytes(process.pid))
        except OSError:
            continue
    workers = sizes[1:]
    count = max(1, len(workers))
    return Memory(
        rss=1024 * sum(rss for rss, _ in sizes),
        pss=1024 * sum(pss for _, pss in sizes),
        server_rss=1024 * sizes[0][0] if sizes else 0,
        workers=len(workers),
        worker_rss=1024 * sum(rss for rss, _ in workers) // count,
        worker_pss=1024 * sum(pss for _, pss in workers) // count,
    )


def kill(root: int) -> None:
    """Ends the whole tree at once."""
    for process in tree(root):
        try:
            os.kill(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
