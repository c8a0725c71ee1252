"""Makes the cache that lets the JVM start in half the time (JEP 483, 514 and 515).

    python _aot.py [--background] serve|run CACHE JAVA [OPTION ...]

starts `serve` with a small application once, asks it for pages and ends it, or compiles and runs a
small program; puts what the JVM recorded at CACHE in one step. JAVA and its options are those of a
start, up to the main class.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

MAIN_CLASS = "krait.cli.Main"

READY_TIMEOUT_S = 60.0
ASSEMBLY_TIMEOUT_S = 180.0
TRAINING_REQUESTS = 1_000
PRESSURE_ROUNDS = 2_000
PRESSURE_CONNECTIONS = 32
BACKGROUND_DELAY_S = 5.0
LOCK_EXPIRY_S = 600.0
CACHES_MAX = 8

# Every way of answering that a page takes: whole, streamed, from a body, an error.
APPLICATION = """\
def application(environ, start_response):
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/error":
        raise ValueError("part of the training")
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/stream":
        return (b"piece" for _ in range(3))
    return [body or b"hello"]
"""


# What programs are made of, so that the compiler's phases are trained, too.
PROGRAM = """\
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: float = 0.5

    def moved(self, by: int) -> "Point":
        return Point(self.x + by, self.y * 2.0)


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        if not self.items:
            raise IndexError("an empty stack")
        return self.items.pop()


def words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    stack: Stack[int] = Stack()
    for number in range(10):
        stack.push(number**2 % 7)
    total = 0
    try:
        while True:
            total += stack.pop()
    except IndexError as error:
        print(f"{error}: {total:>5} {2**70}")
    print(words("a b a"), [n for n in range(5) if n % 2], Point(1).moved(2))


if __name__ == "__main__":
    main()
"""


def train(kind: str, cache: Path, java: Sequence[str]) -> bool:
    """Writes `cache`; False when this JVM can't, and then nothing is there."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".training-", dir=cache.parent) as folder:
        made = Path(folder, cache.name)
        recording = [java[0], f"-XX:AOTCacheOutput={made}", *java[1:], MAIN_CLASS]
        if kind == "run":
            program = Path(folder, "program.py")
            program.write_text(PROGRAM)
            _run_to_its_end([*recording, "run", str(program)], folder)
        else:
            application = Path(folder, "application.py")
            application.write_text(APPLICATION)
            # The recorded classes are written as the JVM ends, which counts as part of the stop.
            stop = ["--stop-timeout", f"{ASSEMBLY_TIMEOUT_S:.0f}s"]
            _serve([*recording, "serve", str(application), "--port", "0", *stop])
        if not made.exists():
            _run_to_its_end([*recording, "version"], folder)
        if not made.exists():
            return False
        made.replace(cache)
    return True


def _run_to_its_end(command: Sequence[str], cache_home: str) -> None:
    environment = {**_environment(), "XDG_CACHE_HOME": cache_home}
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, check=False, timeout=ASSEMBLY_TIMEOUT_S, env=environment)


def _serve(command: Sequence[str]) -> None:
    """One life of a server, from start to an orderly end."""
    with _group(command) as process:
        timer = threading.Timer(READY_TIMEOUT_S, process.kill)
        timer.start()
        address = _address(process)
        timer.cancel()
        if address is None:
            return
        assert process.stdout is not None
        threading.Thread(target=process.stdout.read, daemon=True).start()
        with contextlib.suppress(OSError, http.client.HTTPException):
            _visit(*address)
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(ASSEMBLY_TIMEOUT_S)


@contextlib.contextmanager
def _group(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """A process with its own group, none of which outlives the block."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=_environment(),
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            if hasattr(os, "killpg"):
                with contextlib.suppress(OSError):
                    os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """The server's own search finds this interpreter, so that the search is trained, too."""
    kept = {
        k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV" and not k.startswith("KRAIT_")
    }
    path = os.pathsep.join([os.path.dirname(sys.executable), kept.get("PATH", os.defpath)])
    return {**kept, "PATH": path}


def _address(process: subprocess.Popen[str]) -> tuple[str, int] | None:
    """Host and port of the ready line."""
    assert process.stdout is not None
    for line in process.stdout:
        sys.stdout.write(line)
        if found := re.search(r"listening on http://([\d.]+):(\d+)", line):
            return found[1], int(found[2])
    return None


def _visit(host: str, port: int) -> None:
    connection = http.client.HTTPConnection(host, port, timeout=10)
    for number in range(TRAINING_REQUESTS):
        if number % 10 == 9:
            connection.request("POST", "/echo", body=b"body" * 100)
        elif number % 10 == 8:
            connection.request("GET", "/stream?n=3", headers={"Cookie": "a=b"})
        elif number == 0:
            connection.request("GET", "/error")
        else:
            connection.request("GET", "/", headers={"Accept": "*/*", "User-Agent": "training"})
        connection.getresponse().read()
    connection.close()
    _press(host, port)


def _press(host: str, port: int) -> None:
    """So many requests that the JVM records which methods are hot, and how they behave: a server
    that starts with this record has compiled them in half the time (decision 050)."""
    request = b"GET / HTTP/1.1\r\nHost: training\r\nAccept: */*\r\n\r\n"
    with contextlib.ExitStack() as stack:
        clients = [
            stack.enter_context(socket.create_connection((host, port), timeout=10))
            for _ in range(PRESSURE_CONNECTIONS)
        ]
        for _ in range(PRESSURE_ROUNDS):
            for client in clients:
                client.sendall(request)
            for client in clients:
                answer = b""
                while not answer.endswith(b"\r\n\r\nhello"):
                    piece = client.recv(4096)
                    if not piece:
                        return
                    answer += piece


def train_in_background(kind: str, cache: Path, java: Sequence[str]) -> bool:
    """As `train`, but once at a time, and after the server that asked has had time to start."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    with _alone(cache.with_suffix(".lock")) as alone:
        if not alone:
            return False
        time.sleep(BACKGROUND_DELAY_S)
        if not (cache.exists() or train(kind, cache, java)):
            return False
        _forget_old(cache.parent)
    return True


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[bool]:
    """Whether no other process holds the lock; one left behind by a dead process expires."""
    with contextlib.suppress(FileNotFoundError):
        if time.time() - lock.stat().st_mtime > LOCK_EXPIRY_S:
            lock.unlink()
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        yield False
        return
    try:
        yield True
    finally:
        lock.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    """Environments come and go: keeps the caches that were made last."""
    with contextlib.suppress(OSError):
        caches = sorted(folder.glob("krait-*.aot"), key=lambda path: path.stat().st_mtime)
        for old in caches[:-CACHES_MAX]:
            old.unlink(missing_ok=True)


def _yield_to_others() -> None:
    """From now on this process and its children take only time that nobody else wants."""
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(19)


def _main(arguments: Sequence[str]) -> int:
    if arguments[0] != "--background":
        return 0 if train(arguments[0], Path(arguments[1]), arguments[2:]) else 1
    with contextlib.suppress(OSError):  # a read-only home only means that there is no cache
        _yield_to_others()
        train_in_background(arguments[1], Path(arguments[2]), arguments[3:])
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
