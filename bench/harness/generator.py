"""The load generators: wrk, and bench/go/load where classes of requests are told apart."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from .cases import CONNECTIONS
from .model import Case, Failed, Load, Traffic
from .running import HOST, ROOT

MIXED_LOAD = "bench/target/bin/load"


def command(case: Case, port: int, seconds: float, seed: int) -> list[str]:
    if case.load is Load.MIXED:
        return [
            MIXED_LOAD,
            f"-addr={HOST}:{port}",
            f"-c={CONNECTIONS}",
            f"-d={seconds:g}s",
            "-slow=1",
            f"-rate={case.rate}",
            f"-seed={seed}",
        ]
    # Seconds must be whole: wrk takes no others.
    return [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{max(1, round(seconds))}s",
        "-s",
        case.load.value,
        f"http://{HOST}:{port}{case.target}",
    ]


def drive(case: Case, port: int, seconds: float, seed: int = 1) -> Traffic:
    """Runs the generator against the server; its own processor time is part of the result."""
    line = command(case, port, seconds, seed)
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{line[0]} failed: {output.strip()[-300:]}")
    cpu = usage.ru_utime + usage.ru_stime
    if case.load is Load.MIXED:
        return mixed_traffic(json.loads(output), cpu)
    return wrk_traffic(output, len(case.probes[0].expected), cpu)


def wrk_traffic(output: str, body_bytes: int, cpu: float) -> Traffic:
    """Reads the line that bench/lua/get.lua prints."""
    lines = [line for line in output.splitlines() if line.startswith("RESULT ")]
    if not lines:
        raise Failed(f"wrk printed no result: {output.strip()[-300:]}")
    seen: dict[str, int] = json.loads(lines[0].removeprefix("RESULT "))
    right = seen["requests"] - seen["status"]
    return Traffic(
        requests=right,
        seconds=seen["micros"] / 1e6,
        p50_us=seen["p50"],
        p99_us=seen["p99"],
        max_us=seen["max"],
        bad_status=seen["status"],
        socket_errors=seen["connect"] + seen["read"] + seen["write"] + seen["timeout"],
        short=seen["bytes"] < right * body_bytes,
        generator_cpu_seconds=cpu,
    )


def mixed_traffic(seen: dict[str, Any], cpu: float) -> Traffic:
    """Reads the output of bench/go/load; the latencies are those of the fast requests."""
    fast: dict[str, int] = seen["fast"]
    slow: dict[str, int] = seen["slow"]
    return Traffic(
        requests=fast["requests"] + slow["requests"],
        seconds=seen["micros"] / 1e6,
        p50_us=fast["p50"],
        p99_us=fast["p99"],
        max_us=fast["max"],
        bad_status=fast["wrong"] + slow["wrong"],
        socket_errors=fast["sockets"] + slow["sockets"],
        generator_cpu_seconds=cpu,
        slow=slow,
    )
