"""Builds what `krait` runs: the jars in target/krait/lib, their order, and the AOT cache."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from krait_dev.checkout import (
    LIB,
    LOGS,
    PYTHON,
    ROOT,
    RUNTIME,
    Failure,
    clean_environment,
    errors_of,
    locked,
    maven,
    maven_environment,
    say,
)

STAMP = RUNTIME / "stamp"
CLASS_PATH = RUNTIME / "class-path"
JAVA_HOME = RUNTIME / "java-home"
KINDS = ("serve", "run")

# The rooms that run, outermost first; the class path begins with them, libraries follow by name.
ROOMS = ("cli", "server", "http", "workers", "compiler", "wire", "runtime", "base")


def sources() -> Iterator[Path]:
    """Files and folders whose change makes the build out of date (a folder changes on deletion)."""
    yield ROOT / "pom.xml"
    yield from ROOT.glob("java/cli/*.options")
    yield from ROOT.glob("java/*/pom.xml")
    for main in ROOT.glob("java/*/src/main"):
        yield main
        yield from main.rglob("*")


def is_out_of_date() -> bool:
    try:
        built_at = STAMP.stat().st_mtime_ns
    except FileNotFoundError:
        return True
    return any(path.stat().st_mtime_ns > built_at for path in sources())


def ensure() -> None:
    """Builds when sources are newer than the last build."""
    with locked("build of Krait"):
        if is_out_of_date():
            began = time.time()
            compile_rooms()
            install(began)


def compile_rooms() -> None:
    """Runs Maven for the rooms that run, showing one word for each."""
    log = LOGS / "build.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [maven(), "-B", "-T2", "-pl", "java/cli", "-am", "package"]
    command += ["-Dmaven.test.skip=true", "-Dstyle.color=never"]
    say("building Krait (once):", end="")
    began = time.monotonic()
    with (
        log.open("w") as sink,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=maven_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process,
    ):
        assert process.stdout is not None
        downloads = 0
        for line in process.stdout:
            sink.write(line)
            if line.startswith("Downloaded from "):
                downloads += 1
                if downloads % 50 == 1:
                    say(" (fetching libraries)" if downloads == 1 else " .", end="")
            elif built := re.match(r"\[INFO\] Building krait-(\w+) ", line):
                say(f" {built[1]}", end="")
    if process.returncode != 0:
        say(" failed")
        raise Failure(f"the build failed:\n{errors_of(log)}\nThe whole log: {log}")
    say(f" ({time.monotonic() - began:.0f} s)")


def ordered(jars: list[str]) -> list[str]:
    """The class path in an order that never depends on the file system."""

    def rank(jar: str) -> tuple[int, str]:
        for place, room in enumerate(ROOMS):
            if jar.startswith(f"krait-{room}-"):
                return place, jar
        return len(ROOMS), jar

    return sorted(jars, key=rank)


def install(began: float) -> None:
    """Brings the jars that Maven packaged to where the launcher runs them, then trains the cache.

    A jar is replaced by a new file, and only when it differs: a server that is running keeps the
    one that it has open.
    """
    packaged = {path.name: path for path in (ROOT / "java/cli/target/lib").glob("*.jar")}
    packaged |= {path.name: path for path in (ROOT / "java/cli/target").glob("krait-cli-*.jar")}
    LIB.mkdir(parents=True, exist_ok=True)
    changed = False
    for name, path in packaged.items():
        changed |= replace_if_different(path, LIB / name)
    for stale in {path.name for path in LIB.glob("*.jar")} - packaged.keys():
        (LIB / stale).unlink()
        changed = True
    text = "".join(f"{jar}\n" for jar in ordered(list(packaged)))
    if changed or not CLASS_PATH.exists():
        for kind in KINDS:
            aot_cache(kind).unlink(missing_ok=True)
    CLASS_PATH.write_text(text)
    JAVA_HOME.write_text(os.environ["JAVA_HOME"] + "\n")
    train()
    STAMP.touch()
    os.utime(STAMP, (began, began))


def replace_if_different(source: Path, destination: Path) -> bool:
    if destination.exists() and destination.read_bytes() == source.read_bytes():
        return False
    incoming = destination.with_suffix(".incoming")
    shutil.copyfile(source, incoming)
    incoming.replace(destination)
    return True


def aot_cache(kind: str) -> Path:
    """What the JVM starts from: `serve` for a server, `run` for a program."""
    return RUNTIME / f"{kind}.aot"


def java_command(kind: str) -> list[str]:
    """Java with the options and class path of the launcher, before the main class."""
    class_path = os.pathsep.join(str(LIB / jar) for jar in CLASS_PATH.read_text().split())
    java = Path(os.environ["JAVA_HOME"], "bin", "java")
    files = [f"@{ROOT / 'java/cli' / name}" for name in ("jvm.options", f"{kind}.options")]
    return [str(java), *files, f"-Dkrait.python.home={PYTHON}", "-cp", class_path]


def train() -> None:
    """Makes the AOT caches: without them a start takes twice as long, so failing is no failure."""
    for kind in KINDS:
        cache = aot_cache(kind)
        if cache.exists():
            continue
        say(f"training the start of {kind}:", end="")
        began = time.monotonic()
        script = [sys.executable, str(PYTHON / "krait/_aot.py"), kind, str(cache)]
        with (LOGS / f"aot-{kind}.log").open("wb") as sink:
            trained = subprocess.run(
                [*script, *java_command(kind)],
                env=clean_environment(),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                check=False,
            )
        seconds = time.monotonic() - began
        say(f" {seconds:.0f} s" if trained.returncode == 0 else " not possible")
