"""Profiles of one server under one case: the whole system by perf, a JVM by async-profiler."""

from __future__ import annotations

import os
import subprocess
import threading
import time
import zipfile
from pathlib import Path

from . import flame, processes
from .generator import drive
from .model import Case, Server, Setting, Unavailable
from .running import ROOT, Running, running
from .servers import output
from .suite import say

_AGENT = "tools.profiler:async-profiler:4.1"
_AGENT_FOLDER = ROOT / "bench" / "target" / "async-profiler"
_PERF_HERTZ = 499
# Frame pointers let perf walk Java's stacks; CPython >= 3.12 names its own functions for perf.
_ENVIRONMENT = {
    "KRAIT_JAVA_OPTIONS": "-XX:+PreserveFramePointer -XX:+UnlockDiagnosticVMOptions "
    "-XX:+DebugNonSafepoints",
    "PYTHONPERFSUPPORT": "1",
}


def profile(
    server: Server, case: Case, setting: Setting, warmup: float, seconds: float, event: str
) -> None:
    """Writes flame graphs and collapsed stacks under bench/target/profile, and prints the hottest
    functions. `event` is async-profiler's: ctimer, alloc, lock, wall."""
    folder = ROOT / "bench" / "target" / "profile" / f"{server.name}-{case.name}"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(_ENVIRONMENT)
    with running(server, case, setting) as live:
        say(f"{server.name} with {setting.label}: warming up")
        drive(case, live.port, warmup, seed=0)
        generator = threading.Thread(
            target=lambda: say(f"{drive(case, live.port, seconds + 2).rate:,.0f} requests/s")
        )
        generator.start()
        time.sleep(0.5)
        try:
            _record(live, folder, seconds, event)
        finally:
            generator.join()
    say(f"written to {folder.relative_to(ROOT)}")


def _record(live: Running, folder: Path, seconds: float, event: str) -> None:
    java = [process.pid for process in processes.tree(live.pid) if process.name == "java"]
    jcmd = Path(f"/proc/{java[0]}/exe").readlink().parent / "jcmd" if java else Path()
    if java and not jcmd.exists():
        say(f"no jcmd beside the server's java: {folder.name} has no profile of the JVM")
        java = []
    if java:
        _tell_agent(jcmd, java[0], f"start,event={event}")
    try:
        _perf(folder, seconds, [str(jcmd), str(java[0])] if java else [])
    except Unavailable as reason:
        say(f"without perf: {reason}")
        time.sleep(seconds)
    if java:
        _tell_agent(jcmd, java[0], f"stop,flamegraph,file={folder / f'java-{event}.html'}")
        _tell_agent(jcmd, java[0], f"dump,collapsed,file={folder / f'java-{event}.collapsed'}")


def _tell_agent(jcmd: Path, pid: int, what: str) -> None:
    output(str(jcmd), str(pid), "JVMTI.agent_load", str(_agent()), f'"{what}"', seconds=30)


def _agent() -> Path:
    library = _AGENT_FOLDER / "libasyncProfiler.so"
    if not library.exists():
        where = f"-DoutputDirectory={_AGENT_FOLDER}"
        output("mvn", "-q", "-B", "dependency:copy", f"-Dartifact={_AGENT}", where)
        machine = "arm64" if os.uname().machine == "aarch64" else "x64"
        jar = next(_AGENT_FOLDER.glob("*.jar"))
        with zipfile.ZipFile(jar) as archive:
            library.write_bytes(archive.read(f"linux-{machine}/{library.name}"))
    return library


def _perf(folder: Path, seconds: float, java: list[str]) -> None:
    data = ROOT / "bench" / "target" / "perf.data"
    sampling = ("-e", "cpu-clock", "-F", str(_PERF_HERTZ), "-a", "-g", "-o", str(data))
    output("perf", "record", *sampling, "sleep", f"{seconds:g}")
    if java:
        output(*java, "Compiler.perfmap", seconds=30)
    script = subprocess.run(
        ["perf", "script", "-i", str(data), "-F", "comm,pid,ip,sym"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        errors="replace",
        check=True,
    ).stdout
    stacks = flame.collapse(script)
    (folder / "system.collapsed").write_text(flame.text(stacks))
    (folder / "system.svg").write_text(flame.svg(stacks, folder.name))
    for task, frame, percent in flame.hottest(stacks, 30):
        print(f"{percent:6.1f} %  {task:<16} {frame}")
