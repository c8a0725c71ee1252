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
    locked,
    run,
    say,
    tail,
)

OLDEST = (3, 10)
PROBE = (
    "import sys, sysconfig; print(sys.implementation.name, *sys.version_info[:3],"
    " int(bool(sysconfig.get_config_var('Py_GIL_DISABLED'))))"
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
    if len(answer) != 5 or answer[0] != "cpython":
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
    create: list[str | Path] = [python, "-m", "venv", "--clear", folder]
    if not requirements:
        create.append("--without-pip")
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
    with locked("preparation of the test environment"):
        if not (is_current(stamp, wanted) and probe(venv_python(folder))):
            make_venv(folder, [requirements], LOGS / "venv.log", Path(sys.executable))
            stamp.write_text(wanted)
    return venv_python(folder)


def is_current(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text() == wanted


def prepare_example(folder: Path) -> None:
    """Gives an example what it needs: its packages in .venv, then its own `setup`, run once."""
    name, place = folder.relative_to(ROOT), folder / ".venv"
    requirements, setup = folder / "requirements.txt", folder / "setup"
    packages, ready = place / "krait-packages", place / "krait-ready"
    needed = [requirements] if requirements.exists() else []
    wanted = digest(*(file.read_bytes() for file in needed))
    with locked(f"preparation of {folder.name}"):
        if not is_current(packages, wanted):
            say(f"preparing {name} (once): Python packages into {name / '.venv'}")
            log = LOGS / f"example-{folder.name}.log"
            make_venv(place, needed, log, Path(sys.executable))
            packages.write_text(wanted)
        if setup.exists() and not is_newer(ready, setup):
            say(f"preparing {name} (once): {name / 'setup'}")
            run_setup(setup, place)
        ready.touch()


def is_newer(file: Path, than: Path) -> bool:
    return file.exists() and file.stat().st_mtime > than.stat().st_mtime


def run_setup(setup: Path, environment: Path) -> None:
    """Runs an example's own preparation, its output before the eyes of the person who waits."""
    path = os.pathsep.join([str(venv_python(environment).parent), os.environ.get("PATH", "")])
    variables = clean_environment({"PATH": path, "VIRTUAL_ENV": str(environment)})
    done = subprocess.run(
        [setup], cwd=setup.parent, env=variables, stdout=sys.stderr.fileno(), check=False
    )
    if done.returncode != 0:
        raise Failure(f"{setup.relative_to(ROOT)} failed with exit status {done.returncode}")
