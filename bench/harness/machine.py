"""The machine and the versions that a result belongs to."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from .model import Unavailable
from .servers import output, python_of_venv


def machine() -> dict[str, str]:
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.1f} GiB",
        "kernel": platform.release(),
        "system": _field("/etc/os-release", "PRETTY_NAME", "=").strip('"'),
    }


def tools() -> dict[str, str]:
    """What every suite of servers is driven with."""
    return {
        "wrk": _or_missing(_wrk),
        "tree": tree(),
    }


def python() -> dict[str, str]:
    """What the WSGI applications run in."""
    return {"python": _or_missing(python_of_venv)}


def load_average() -> float:
    return os.getloadavg()[0]


def _wrk() -> str:
    # wrk ends with status 1 when it prints its version.
    return output("sh", "-c", "wrk -v 2>&1 | head -1").split(" [")[0]


def tree() -> str:
    """The commit of the checkout."""
    return _or_missing(_tree)


def _tree() -> str:
    commit = output("git", "rev-parse", "--short=12", "HEAD")
    changed = output("git", "status", "--porcelain", "--untracked-files=no")
    return commit + (" with uncommitted changes" if changed else "")


def _or_missing(version: object) -> str:
    assert callable(version)
    try:
        return str(version())
    except Unavailable as reason:
        return str(reason)


def _field(path: str, key: str, separator: str = ":") -> str:
    for line in Path(path).read_text().splitlines():
        name, _, value = line.partition(separator)
        if name.strip() == key:
            return value.strip()
    return "unknown"
