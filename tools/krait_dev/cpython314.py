"""CPython 3.14 from a Maven artifact, for machines that have none of their own."""

from __future__ import annotations

import platform
import shutil
import zipfile
from pathlib import Path

from krait_dev.checkout import CACHE, LOGS, maven, maven_environment, run
from krait_dev.environment import Interpreter, probe

VERSION = "3.14.3-1.5.13"
PLATFORM = "linux-x86_64"


def interpreter_from_maven() -> Interpreter | None:
    """The interpreter, fetched and unpacked at the first call; None where there is none."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return None
    folder = CACHE / f"cpython-{VERSION}"
    command = folder / "python3.14"
    if not command.exists():
        log = LOGS / "cpython-3.14.log"
        artifact = f"-Dartifact=org.bytedeco:cpython:{VERSION}:jar:{PLATFORM}"
        incoming = CACHE / "incoming"
        goal = [maven(), "-q", "-B", "-N", "dependency:copy", artifact]
        if run([*goal, f"-DoutputDirectory={incoming}"], log, maven_environment()) != 0:
            return None
        unpack(incoming / f"cpython-{VERSION}-{PLATFORM}.jar", folder)
        shutil.rmtree(incoming)
        home = folder / f"org/bytedeco/cpython/{PLATFORM}"
        (home / "bin/python3.14").chmod(0o755)
        command.write_text(
            "#!/bin/sh\n"
            "# The libraries lie beside the interpreter, which was built for another folder.\n"
            f"home='{home}'\n"
            'export LD_LIBRARY_PATH="$home/lib:$home" PYTHONHOME="$home"\n'
            'exec "$home/bin/python3.14" "$@"\n'
        )
        command.chmod(0o755)
    return probe(command)


def unpack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as jar:
        jar.extractall(folder)
