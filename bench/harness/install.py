"""Installs what the benchmarks need: wrk, uWSGI, PyPy (Debian), the Python peers (into a virtual
environment of their own), the Go programs. What can't be installed is reported, not fatal."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from .model import Unavailable
from .running import ROOT
from .servers import APPS, GO_BIN, UWSGI_SITE, VENV, output

_REQUIREMENTS = "bench/requirements.txt"
_Packages = dict[str, tuple[str, ...]]  # of each program
_WRK: _Packages = {"wrk": ("wrk",)}
_UWSGI: _Packages = {"uwsgi": ("uwsgi-core", "uwsgi-plugin-python3")}
_LANGUAGES: _Packages = {
    "pypy3": ("pypy3",),
    "gcc": ("gcc", "libc6-dev"),
    "python3-config": ("python3-dev",),
}


def for_wsgi() -> list[str]:
    """Installs all that is missing; returns what could not be, a line each."""
    return _all(lambda: _debian(_WRK | _UWSGI), _python, _uwsgi_site, _database, _go)


def for_compiled() -> list[str]:
    return _all(lambda: _debian(_WRK), _go)


def for_lang() -> list[str]:
    """What builds its programs for itself (mypyc, Go, Java) does so in harness/lang/engines.py."""
    return _all(lambda: _debian(_LANGUAGES))


def _all(*steps: Callable[[], None]) -> list[str]:
    troubles = []
    for step in steps:
        try:
            step()
        except Unavailable as trouble:
            troubles.append(str(trouble))
    return troubles


def _debian(programs: _Packages) -> None:
    """Takes the packages of each program that is not on the PATH."""
    missing = [names for program, names in programs.items() if shutil.which(program) is None]
    packages = [name for names in missing for name in names]
    if not packages:
        return
    how = f"apt-get install {' '.join(packages)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Unavailable(f"{', '.join(packages)} missing: as root, run {how}")
    print(f"installing {', '.join(packages)}", flush=True)
    output("apt-get", "update", "-q")
    output("apt-get", "install", "-y", "-q", "--no-install-recommends", *packages)


def _stamp(place: str, text: str) -> bool:
    """True when `place` was made from another text, or never; `_mark` makes it false."""
    mark = ROOT / place / ".made-from"
    return not mark.exists() or mark.read_text() != text


def _mark(place: str, text: str) -> None:
    (ROOT / place / ".made-from").write_text(text)


def _wanted(extra: str) -> str:
    digest = hashlib.sha256((ROOT / _REQUIREMENTS).read_bytes()).hexdigest()
    return f"{extra} {digest}\n"


def _python() -> None:
    text = _wanted(sys.version.split()[0])
    if not _stamp(VENV, text):
        return
    print(f"installing the Python peers into {VENV}", flush=True)
    venv.create(ROOT / VENV, with_pip=True, clear=True)
    output(f"{VENV}/bin/python", "-m", "pip", "install", "-q", "-r", _REQUIREMENTS)
    _mark(VENV, text)


def _uwsgi_site() -> None:
    """uWSGI embeds Debian's CPython, whatever version the virtual environment has."""
    if shutil.which("uwsgi") is None:
        return
    version = output("/usr/bin/python3", "--version").removeprefix("Python ")
    text = _wanted(version)
    if not _stamp(UWSGI_SITE, text):
        return
    print(f"installing the frameworks for uWSGI's CPython {version}", flush=True)
    shutil.rmtree(ROOT / UWSGI_SITE, ignore_errors=True)
    frameworks = [
        line
        for line in (ROOT / _REQUIREMENTS).read_text().splitlines()
        if line.split("==")[0].lower() not in {"granian", "gunicorn", "gunicorn_h1c", "waitress"}
        and not line.startswith("#")
    ]
    where = ("--target", UWSGI_SITE, "--only-binary", ":all:", "--no-deps")
    which = ("--python-version", ".".join(version.split(".")[:2]))
    output(f"{VENV}/bin/python", "-m", "pip", "install", "-q", *where, *which, *frameworks)
    _mark(UWSGI_SITE, text)


def _database() -> None:
    if not Path(ROOT, APPS, "django_site", "site.sqlite3").exists():
        seed = (f"{VENV}/bin/python", "-m", "django_site.seed")
        output("env", f"PYTHONPATH={APPS}", *seed)


def _go() -> None:
    if shutil.which("go") is None:
        raise Unavailable("Go is not installed: its servers and the mixed cases are left out")
    (ROOT / GO_BIN).mkdir(parents=True, exist_ok=True)
    troubles = []
    # One by one: load and nethttp need no module, so they build where fasthttp can't.
    for program in ("load", "nethttp", "fasthttp"):
        done = subprocess.run(
            ["go", "build", "-o", ROOT / GO_BIN / program, f"./{program}"],
            cwd=ROOT / "bench" / "go",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            troubles.append(f"{program} did not build: {done.stderr.strip()[-200:]}")
    if troubles:
        raise Unavailable("; ".join(troubles))
