"""JMH benchmarks of single classes (bench/micro), built by the Maven profile `micro`."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import machine
from .model import Failed, Unavailable
from .report import facts, table
from .running import ROOT

_MODULE = "bench/micro"
_ALLOCATION = "gc.alloc.rate.norm"
# JMH itself still uses what recent JDKs warn of.
_QUIET = "--sun-misc-unsafe-memory-access=allow"
# Memory of a fork as the server has it, so that allocation shows its cost.
_FORK = f"{_QUIET} -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx64m"


@dataclass(frozen=True)
class Micro:
    """A run of all benchmarks: JMH's own readings, and where they were taken."""

    date: str
    command: str
    machine: Mapping[str, str]
    tree: str
    load_average: float
    readings: Sequence[Mapping[str, Any]]


def chosen(arguments: Sequence[str], drafts: Path) -> Path:
    """Builds, then runs JMH with arguments of the user's. Returns the file of its result."""
    jmh = _build()
    result = drafts / f"{time.strftime('%Y-%m-%d')}-micro.json"
    result.parent.mkdir(parents=True, exist_ok=True)
    _run([*jmh, "-rf", "json", "-rff", str(result), *arguments])
    return result


def everything(command: str, drafts: Path) -> Micro:
    """Builds, then measures all benchmarks with what they allocate."""
    before = machine.load_average()
    result = chosen(["-prof", "gc"], drafts)
    return Micro(
        date=time.strftime("%Y-%m-%d"),
        command=command,
        machine=machine.machine(),
        tree=machine.tree(),
        load_average=before,
        readings=json.loads(result.read_text()),
    )


def markdown(micro: Micro) -> str:
    first = micro.readings[0]
    plan = {
        "forks": first["forks"],
        "warmup_iterations": first["warmupIterations"],
        "measured_iterations": first["measurementIterations"],
    }
    versions = {
        "tree": micro.tree,
        "Java": f"{first['vmName']} {first['vmVersion']}",
        "JMH": first["jmhVersion"],
        "options of the JVM": _FORK,
    }
    parts = [
        f"# Micro benchmark, {micro.date}",
        "Method: docs/internals/benchmarks.md. Time and allocation are those of one request; "
        "± is JMH's error, half of the 99.9 % confidence interval.",
        facts(micro.machine, versions, {}, micro.load_average, plan, micro.command),
        table(
            ("benchmark", "request", "ns", "±", "bytes allocated"),
            [_row(each) for each in micro.readings],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _row(reading: Mapping[str, Any]) -> list[str]:
    name = ".".join(reading["benchmark"].split(".")[-2:])
    time_taken, allocated = reading["primaryMetric"], reading["secondaryMetrics"][_ALLOCATION]
    if time_taken["scoreUnit"] != "ns/op":
        raise Failed(f"{name} was measured in {time_taken['scoreUnit']}, not in ns/op")
    return [
        name,
        " ".join(reading.get("params", {}).values()).lower() or "-",
        f"{time_taken['score']:.1f}",
        f"{float(time_taken['scoreError']):.1f}",
        f"{allocated['score']:.0f}",
    ]


def values(micro: Micro) -> dict[str, Any]:
    """What is kept as JSON: of JMH's readings no path of this machine."""
    kept = ("benchmark", "mode", "params", "jdkVersion", "vmName", "vmVersion", "jmhVersion")
    return {
        "date": micro.date,
        "command": micro.command,
        "machine": dict(micro.machine),
        "tree": micro.tree,
        "load_average": micro.load_average,
        "readings": [
            {
                **{key: reading[key] for key in kept if key in reading},
                "ns": reading["primaryMetric"],
                "bytes_allocated": reading["secondaryMetrics"][_ALLOCATION],
            }
            for reading in micro.readings
        ],
    }


def _build() -> list[str]:
    """The start of a command that runs JMH."""
    home = os.environ.get("JAVA_HOME")
    if home is None:
        raise Unavailable("JAVA_HOME is not set: use ./krait bench micro, which sets it")
    _run(["mvn", "-q", "-B", "-Pmicro", "-pl", _MODULE, "-am", "-DskipTests", "package"])
    path = f"{_MODULE}/target/classes:{_MODULE}/target/lib/*"
    jmh = [f"{home}/bin/java", _QUIET, "-cp", path, "org.openjdk.jmh.Main"]
    return [*jmh, "-jvmArgs", _FORK]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, cwd=ROOT, check=False)
    except FileNotFoundError:
        raise Unavailable(f"{command[0]} is not installed") from None
    if done.returncode != 0:
        raise Failed(f"{command[0]} ended with status {done.returncode}")
