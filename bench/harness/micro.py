"""JMH benchmarks of single classes (bench/micro), built by the Maven profile `micro`."""

from __future__ import annotations

import os
import subprocess
import time

from .model import Failed, Unavailable
from .running import ROOT

_MODULE = "bench/micro"
# JMH itself still uses what recent JDKs warn of.
_QUIET = "--sun-misc-unsafe-memory-access=allow"


def micro(arguments: list[str]) -> None:
    """Builds, then runs JMH with its own arguments; without any, all with allocation rates. The
    result goes to bench/target/drafts."""
    home = os.environ.get("JAVA_HOME")
    if home is None:
        raise Unavailable("JAVA_HOME is not set: use ./krait bench micro, which sets it")
    build = ["mvn", "-q", "-B", "-Pmicro", "-pl", _MODULE, "-am", "-DskipTests", "package"]
    _run(build)
    drafts = ROOT / "bench" / "target" / "drafts"
    drafts.mkdir(parents=True, exist_ok=True)
    result = drafts / f"{time.strftime('%Y-%m-%d')}-micro.json"
    path = f"{_MODULE}/target/classes:{_MODULE}/target/lib/*"
    jmh = [f"{home}/bin/java", _QUIET, "-cp", path, "org.openjdk.jmh.Main"]
    # Memory of a fork as the server has it, so that allocation shows its cost.
    fork = ["-jvmArgs", f"{_QUIET} -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx64m"]
    where = ["-rf", "json", "-rff", str(result)]
    _run([*jmh, *fork, *where, *(arguments or ["-prof", "gc"])])


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, cwd=ROOT, check=False)
    except FileNotFoundError:
        raise Unavailable(f"{command[0]} is not installed") from None
    if done.returncode != 0:
        raise Failed(f"{command[0]} ended with status {done.returncode}")
