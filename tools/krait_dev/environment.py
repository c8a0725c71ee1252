"""Python interpreters of this machine, and virtual environments made with them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from krait_dev.checkout import (
    LOGS,
    PIP,
    ROOT,
    Command,
    Failure,
    apt_install,
    clean_environment,
    run,
    say,
    tail,
)

OLDEST = (3, 10)
PROBE = (
    "import sys, sysconfig; print(sys.implementation.name, *sys.version_info[:3],"
    " int(bool(sysconfig.get_config_var('Py_GIL_DISABLED'))), sys.prefix == sys.base_prefix)"
)


@dataclass(frozen=True)
class Interpreter:
    """A CPython that Krait's workers can run in."""

    command: Path
    version: tuple[int, int, int]
    free_threaded: bool

    @property
    def name(self) -> str:
        return ".".join(map(str, self.version)) + ("t" if self.free_threaded else "")


def probe(command: str | Path) -> Interpreter | None:
    """What the command is, or None when it is no CPython of a version that we serve."""
    try:
        answer = subprocess.run(
            [str(command), "-c", PROBE],
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    if len(answer) != 6 or answer[0] != "cpython":
        return None
    version = (int(answer[1]), int(answer[2]), int(answer[3]))
    if version[:2] < OLDEST:
        return None
    return Interpreter(Path(command), version, answer[4] == "1")


def candidates() -> Iterator[Path]:
    """Where interpreters are usually found: the PATH, newest name first, then pyenv."""
    names = [f"python3.{minor}{suffix}" for minor in range(19, 9, -1) for suffix in ("", "t")]
    for name in ("python3", *names):
        found = shutil.which(name)
        if found:
            yield Path(found)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob("versions/*/bin/python"), reverse=True)


def interpreters() -> list[Interpreter]:
    """Every CPython found here, once each version, newest last."""
    found: dict[str, Interpreter] = {}
    for command in candidates():
        interpreter = probe(command)
        if interpreter is not None:
            found.setdefault(interpreter.name, interpreter)
    return sorted(found.values(), key=lambda each: each.version)


def digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() if isinstance(part, str) else part)
        whole.update(b"\0")
    return whole.hexdigest()


def venv_python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv(folder: Path, requirements: Sequence[Path], log: Path, python: Path) -> None:
    """Makes a virtual environment from scratch with the packages of the requirement files."""
    create: Command = [python, "-m", "venv", "--clear", folder]
    if run(create, log) != 0 and not (apt_install(["python3-venv"]) and run(create, log) == 0):
        raise Failure(
            f"{python} could not make the virtual environment {folder}:\n{tail(log)}\n"
            "On Debian the module is its own package: apt install python3-venv"
        )
    if requirements:
        files = [part for file in requirements for part in ("-r", str(file))]
        pip: Command = [venv_python(folder), *PIP, *files]
        if run(pip, log) != 0:
            raise Failure(
                f"pip could not install the packages of {requirements[0]}:\n{tail(log)}\n"
                f"The whole log: {log}"
            )


def ensure_development() -> Path:
    """The checkout's own .venv with the tools of the tests; returns its interpreter."""
    folder, requirements = ROOT / ".venv", ROOT / "python/requirements-dev.txt"
    pinned = sorted(requirements.parent.glob("requirements-*.txt"))
    stamp, wanted = folder / "krait-ready", digest(*(file.read_bytes() for file in pinned))
    if not (stamp.exists() and stamp.read_text() == wanted and probe(venv_python(folder))):
        make_venv(folder, [requirements], LOGS / "venv.log", Path(sys.executable))
        stamp.write_text(wanted)
    return venv_python(folder)


def prepare_example(folder: Path) -> None:
    """Gives an example what it needs: its packages in .venv, then its own `setup`, run once."""
    place, log = folder / ".venv", LOGS / f"example-{folder.name}.log"
    requirements, setup = folder / "requirements.txt", folder / "setup"
    name = folder.relative_to(ROOT)
    packages, ready = place / "krait-packages", place / "krait-ready"
    wanted = digest(requirements.read_bytes() if requirements.exists() else b"")
    if not (packages.exists() and packages.read_text() == wanted):
        say(f"preparing {name} (once): Python packages into {name / '.venv'}")
        needed = [requirements] if requirements.exists() else []
        make_venv(place, needed, log, Path(sys.executable))
        packages.write_text(wanted)
    if setup.exists():
        say(f"preparing {name} (once): {name / 'setup'}")
        path = os.pathsep.join([str(venv_python(place).parent), os.environ.get("PATH", "")])
        environment = clean_environment({"PATH": path, "VIRTUAL_ENV": str(place)})
        # Its output is for the person who waits, and for its progress bar.
        status = subprocess.run(
            [setup], cwd=folder, env=environment, stdout=sys.stderr, check=False
        ).returncode
        if status != 0:
            raise Failure(f"{name / 'setup'} failed with exit status {status}")
    ready.touch()
