"""Where things are in the checkout, and how commands are run in it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "target"
RUNTIME = TARGET / "krait"
LIB = RUNTIME / "lib"
LOGS = TARGET / "logs"
PYTHON = ROOT / "python"
CACHE = ROOT / ".krait"

LOG_TAIL_LINES = 40
TIMED_OUT = 124
NOT_FOUND = 127
STACK_FRAME = re.compile(r"\s+at [\w.$/<>]+\(")

Command = Sequence[str | Path]
PIP = ("-m", "pip", "--disable-pip-version-check", "install")


class Failure(Exception):
    """Something a person must act upon; the message says what, where and what to do."""


def say(text: str, end: str = "\n") -> None:
    """Progress goes to standard error: standard output belongs to the command itself."""
    print(text, end=end, file=sys.stderr, flush=True)


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for child processes, without what would redirect their Python."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "KRAIT_"))}
    kept.pop("VIRTUAL_ENV", None)
    return {**kept, **(extra or {})}


@contextlib.contextmanager
def locked(work: str) -> Iterator[None]:
    """One process at a time does this work in the checkout; others wait for it, and say so."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with (TARGET / f"{work.lower().replace(' ', '-')}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"waiting for a {work} that is already running")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def heed_signals() -> None:
    """Undoes what `nohup` and `&` leave to children: tests send these signals in earnest."""
    for number in (signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


def run(
    command: Command,
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path = ROOT,
    timeout_s: float | None = None,
) -> int:
    """Runs a command with all its output in `log`; returns its exit status."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as sink:
        try:
            return subprocess.run(
                [str(part) for part in command],
                cwd=folder,
                env=dict(environment) if environment is not None else clean_environment(),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                timeout=timeout_s,
                check=False,
                preexec_fn=heed_signals,
            ).returncode
        except subprocess.TimeoutExpired:
            sink.write(f"\nended after {timeout_s} s without a result\n".encode())
            return TIMED_OUT
        except OSError as error:
            sink.write(f"\n{command[0]}: {error}\n".encode())
            return NOT_FOUND


def tail(log: Path, lines: int = LOG_TAIL_LINES) -> str:
    """The end of a log, indented for a message."""
    try:
        text = log.read_text(errors="replace").splitlines()[-lines:]
    except OSError:
        return ""
    return "\n".join(f"    {line}" for line in text)


def apt_install(packages: Sequence[str]) -> bool:
    """Installs Debian packages where that needs no question: as root, with apt-get."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"installing {' '.join(packages)} (apt-get)")
    environment = clean_environment({"DEBIAN_FRONTEND": "noninteractive"})
    log = LOGS / "apt.log"
    run(["apt-get", "-q", "update"], log, environment)
    return run(["apt-get", "-q", "-y", "install", *packages], log, environment) == 0


def maven() -> str:
    """The `mvn` command."""
    found = shutil.which("mvn")
    if not found and apt_install(["maven"]):
        found = shutil.which("mvn")
    if not found:
        raise Failure(
            "Maven is needed to build Krait and there is no `mvn` on the PATH.\n"
            "Install it, for example Debian: apt install maven   macOS: brew install maven"
        )
    return found


def maven_environment() -> dict[str, str]:
    """Maven in a JVM that starts fast: the first compiler tier halves the time of a short build."""
    options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC " + os.environ.get("MAVEN_OPTS", "")
    return clean_environment({"MAVEN_OPTS": options.strip()})


def errors_of(log: Path) -> str:
    """What Maven found wrong: its error lines with what belongs to them, without its advice."""
    told: list[str] = []
    inside = False
    for line in log.read_text(errors="replace").splitlines():
        if line.startswith("["):
            advice = "[Help " in line or "-run Maven" in line or "mvn <args>" in line
            inside = line.startswith("[ERROR]") and line.strip() != "[ERROR]" and not advice
        if inside and line.strip():
            told.append(line)
    shown = [line for line in told if not STACK_FRAME.match(line)]
    return "\n".join(f"    {line}" for line in shown[-LOG_TAIL_LINES:]) or tail(log)
