"""A Krait server as a process of its own: started, watched, and always reaped."""

import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

from waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent
KRAIT = ROOT / "krait"
APPS = Path(__file__).resolve().parent / "apps"
PROBE = APPS / "probe.py"

START_TIMEOUT_S = 60
LISTENING = re.compile(r"listening on (?:http://(\S+):(\d+)|(?:http\+)?unix:(?://)?(\S+))")
WORKER_READY = re.compile(r"worker-(?:[a-z]-)?\d+ is ready")
JAVA_TRACE = re.compile(r"^\s+at [\w.$/@]+\(.*\)$|Exception in thread|^Caused by: ", re.MULTILINE)


class Server:
    """`krait serve …` in a session of its own, its output in memory and in a file."""

    def __init__(self, arguments, log, env=None, cwd=None):
        self.command = [str(KRAIT), "serve", *map(str, arguments)]
        self.log = log
        self.lines = []
        self._changed = threading.Condition()
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=clean_environment(env),
            cwd=cwd or ROOT,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.host = self.port = self.path = None

    def _read(self):
        with self.log.open("a", encoding="utf-8") as file:
            for raw in self.process.stdout:
                line = raw.decode("utf-8", "replace").rstrip("\n")
                file.write(line + "\n")
                with self._changed:
                    self.lines.append(line)
                    self._changed.notify_all()
        with self._changed:
            self.lines.append(None)
            self._changed.notify_all()

    def wait_ready(self, timeout=START_TIMEOUT_S):
        found = self.wait_line(LISTENING, timeout)
        host, port, path = found.groups()
        self.host, self.port, self.path = host and host.strip("[]"), port and int(port), path
        return self

    def wait_line(self, pattern, timeout=20.0, start=0):
        """The match in the first line from `start` that `pattern` is found in."""
        pattern = re.compile(pattern)
        deadline = time.monotonic() + timeout
        with self._changed:
            at = start
            while True:
                while at < len(self.lines):
                    line = self.lines[at]
                    at += 1
                    if line is None:
                        raise AssertionError(f"ended without {pattern.pattern!r}:\n{self.output}")
                    if found := pattern.search(line):
                        return found
                if not self._changed.wait(deadline - time.monotonic()):
                    raise AssertionError(
                        f"no line with {pattern.pattern!r} within {timeout} s:\n{self.output}"
                    )

    def wait_workers(self, count):
        """Waits until `count` workers have loaded the application."""
        wait_until(
            lambda: len(WORKER_READY.findall(self.output)) >= count,
            timeout=START_TIMEOUT_S,
            what=f"worker {count}",
        )

    @property
    def mark(self):
        """Where the next line of the log will stand; a `start` for wait_line."""
        return len(self.lines)

    @property
    def output(self):
        return "\n".join(line for line in self.lines if line is not None)

    @property
    def pid(self):
        return self.process.pid

    @property
    def authority(self):
        return f"{self.host}:{self.port}"

    def worker_pids(self):
        return children_of(self.pid)

    def signal(self, number):
        os.kill(self.pid, number)

    def wait(self, timeout=45.0):
        """The exit code, once the server has ended and its output is read."""
        code = self.process.wait(timeout)
        self._reader.join(timeout)
        return code

    def terminate(self, timeout=45.0):
        self.signal(signal.SIGTERM)
        return self.wait(timeout)

    def reap(self):
        """Ends whatever is left of the session."""
        if self.process.poll() is None:
            try:
                self.terminate(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pid in session_of(self.pid):
            kill(pid)


def clean_environment(extra=None):
    """The environment without what would change the server behind the test's back."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KRAIT_", "PYTHON")) and name != "VIRTUAL_ENV"
    }
    return {**kept, **(extra or {})}


def run(*arguments, cwd=None, env=None, timeout=60):
    """Runs `krait …` to its end: (exit code, everything it wrote)."""
    done = subprocess.run(
        [str(KRAIT), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=cwd or ROOT,
        env=clean_environment(env),
        timeout=timeout,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _stat(pid):
    """State, parent and session of a process, or None when it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, parent, _, session = text.rpartition(")")[2].split()[:4]
    return state, int(parent), int(session)


def _all():
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(entry.name)) and stat[0] != "Z":
            yield int(entry.name), stat


def children_of(pid):
    return sorted(child for child, (_, parent, _) in _all() if parent == pid)


def session_of(session):
    return sorted(pid for pid, (_, _, of) in _all() if of == session)


def alive(pid):
    stat = _stat(pid)
    return stat is not None and stat[0] != "Z"


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    wait_until(lambda: not alive(pid), what=f"the end of process {pid}")


def resident_mb(pid):
    """Resident memory that no file backs, MB: what a body held in memory would add to."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"process {pid} has no memory")
