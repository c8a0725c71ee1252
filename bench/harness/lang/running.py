"""One run of a program: its time, and whether it printed what it should."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from krait_dev.checkout import clean_environment

from ..model import Failed
from ..running import ROOT

TARGET = "bench/target/lang"
COMPILE_CACHE = "cache"
SECONDS_MAX = 120.0
_ERROR = re.compile(r"\berror\b|Error\b|Exception\b")
_RAISED = re.compile(r"\b[A-Z]\w*(Error|Exception)\b")


@dataclass(frozen=True)
class Driven:
    """What the driver told: all calls with those of the warm-up, and the seconds of the others."""

    calls: int
    seconds: tuple[float, ...]


def once(
    command: tuple[str, ...], size: int, expected: bytes | None, folder: Path
) -> tuple[float, bytes]:
    """Runs the whole process; its seconds, and its output, which must be `expected` if given.
    What the process leaves goes to `folder`."""
    seconds, printed, _ = _run((*command, str(size)), folder)
    output = printed.read_bytes()
    if expected is not None and not repeats(printed, expected, 1):
        raise Failed(_difference(output, expected))
    return seconds, output


def driven(
    command: tuple[str, ...],
    size: int,
    arguments: tuple[str, ...],
    expected: bytes,
    folder: Path,
) -> Driven:
    """Runs the program again and again in one process; every call must print `expected`."""
    _, printed, told = _run((*command, str(size), *arguments), folder)
    seen = parse(told)
    if not repeats(printed, expected, seen.calls):
        raise Failed(f"one of {seen.calls} calls printed something else than CPython")
    return seen


def parse(told: str) -> Driven:
    """Reads the lines CALLS and TIME of the driver."""
    calls = [int(line.split()[1]) for line in told.splitlines() if line.startswith("CALLS ")]
    times = [float(line.split()[1]) for line in told.splitlines() if line.startswith("TIME ")]
    if len(calls) != 1 or not times:
        raise Failed(f"the driver told no times: {reason(told)}")
    return Driven(calls[0], tuple(times))


def repeats(printed: Path, expected: bytes, times: int) -> bool:
    """Whether a file is a text so many times, and nothing else."""
    if printed.stat().st_size != len(expected) * times:
        return False
    with printed.open("rb") as source:
        return all(source.read(len(expected)) == expected for _ in range(times))


def reason(told: str) -> str:
    """The line of an engine's messages that says what is wrong: the first that speaks of an error,
    in a traceback the last that names one; else the last line."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if not lines:
        return "it told nothing"
    if lines[0].startswith("Traceback"):
        return next((line for line in reversed(lines) if _RAISED.search(line)), lines[-1])
    return next((line for line in lines if _ERROR.search(line)), lines[-1])


def portable(text: str) -> str:
    """Without the folders of this machine: a record that others read names none."""
    folders = ((str(ROOT), "."), (os.environ.get("JAVA_HOME"), "$JAVA_HOME"), (Path.home(), "~"))
    for folder, name in folders:
        text = text.replace(str(folder), name) if folder else text
    return text


def _difference(output: bytes, expected: bytes) -> str:
    ours, theirs = output.splitlines(), expected.splitlines()
    for number, (line, right) in enumerate(zip(ours, theirs, strict=False), start=1):
        if line != right:
            return f"line {number} is {line[:60]!r}, CPython printed {right[:60]!r}"
    return f"{len(ours)} lines, CPython printed {len(theirs)}"


def _run(command: tuple[str, ...], folder: Path) -> tuple[float, Path, str]:
    """Seconds, the file with the output, and the messages; raises Failed for another status."""
    folder.mkdir(parents=True, exist_ok=True)
    printed, messages = folder / "output", folder / "messages"
    variables = clean_environment({"KRAIT_COMPILE_CACHE": str(folder / COMPILE_CACHE)})
    with printed.open("wb") as output, messages.open("wb") as told:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=told,
            start_new_session=True,
        )
        # Not wait(timeout): it sleeps between its looks, up to 50 ms.
        watchdog = threading.Timer(SECONDS_MAX, process.kill)
        watchdog.start()
        status = process.wait()
        seconds = time.perf_counter() - began
        watchdog.cancel()
    text = messages.read_text(errors="replace")
    if seconds >= SECONDS_MAX:
        raise Failed(f"did not end within {SECONDS_MAX:.0f} s")
    if status != os.EX_OK:
        raise Failed(f"status {status}: {reason(text)}")
    return seconds, printed, text
