"""A server while it runs: start, first answer, right answers, stop."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import processes
from .model import Case, Failed, Probe, Server, Setting

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
START_SECONDS_MAX = 60.0
STOP_SECONDS_MAX = 10.0
_POLL_SECONDS = 0.0005


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class Running:
    """One server process tree, started in a session of its own."""

    def __init__(self, server: Server, case: Case, setting: Setting) -> None:
        self.port = free_port()
        self.command = server.command(case, setting, self.port)
        self.log = ROOT / "bench" / "target" / "logs" / f"{server.name}-{case.name}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        # One file for both streams, truncated by each start: the last one matters.
        with self.log.open("wb") as output:
            self.started = time.perf_counter()
            self._process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def first_answer(self, case: Case) -> float:
        """Seconds from the start of the command to the first right answer. 503 means: not yet."""
        deadline = self.started + START_SECONDS_MAX
        probe = case.probes[0]
        while True:
            try:
                status, body = ask(self.port, probe)
            except (OSError, http.client.HTTPException):
                status, body = http.client.SERVICE_UNAVAILABLE, b""
            if status == http.client.SERVICE_UNAVAILABLE:
                if self._process.poll() is not None:
                    raise Failed(f"ended at start: {self.last_words()}")
                if time.perf_counter() > deadline:
                    raise Failed(f"no answer in {START_SECONDS_MAX:.0f} s: {self.last_words()}")
                time.sleep(_POLL_SECONDS)
                continue
            seconds = time.perf_counter() - self.started
            _judge(probe, status, body)
            return seconds

    def verify(self, case: Case) -> None:
        """Asks each probe; a wrong answer raises Failed."""
        for probe in case.probes:
            try:
                _judge(probe, *ask(self.port, probe))
            except (OSError, http.client.HTTPException) as problem:
                raise Failed(f"{probe.path}: {problem!r}: {self.last_words()}") from problem

    def cpu_seconds(self) -> float:
        return processes.cpu_seconds(self.pid)

    def last_words(self) -> str:
        text = self.log.read_text(errors="replace").strip()
        return text.splitlines()[-1] if text else "it wrote nothing"

    def stop(self) -> None:
        members = [process.pid for process in processes.tree(self.pid)]
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            print(
                f"  (did not stop within {STOP_SECONDS_MAX:.0f} s of SIGTERM: killed)", flush=True
            )
        processes.kill(self.pid)
        self._process.wait()
        _await_gone(members)


def _await_gone(pids: list[int]) -> None:
    deadline = time.monotonic() + STOP_SECONDS_MAX
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.01)


def ask(port: int, probe: Probe) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(HOST, port, timeout=START_SECONDS_MAX)
    try:
        if probe.body is None:
            connection.request("GET", probe.path)
        else:
            connection.request("POST", probe.path, probe.body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _judge(probe: Probe, status: int, body: bytes) -> None:
    if status != http.client.OK:
        raise Failed(f"{probe.path} answered {status}")
    if body != probe.expected:
        raise Failed(
            f"{probe.path} answered {len(body)} bytes beginning {body[:40]!r}, "
            f"not the {len(probe.expected)} bytes expected"
        )


@contextmanager
def running(server: Server, case: Case, setting: Setting) -> Iterator[Running]:
    """A server that has answered rightly; stopped at the end in any case."""
    started = Running(server, case, setting)
    try:
        started.first_answer(case)
        started.verify(case)
        yield started
    finally:
        started.stop()
