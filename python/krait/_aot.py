"""Makes the cache that lets the JVM start in half the time (JEP 483, 514 and 515).

    python _aot.py CACHE JAVA [OPTION ...]

starts `serve` with a small application once, asks it for pages, ends it, and puts what the JVM
recorded at CACHE in one step. JAVA and its options are those of a start, up to the main class.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

MAIN_CLASS = "krait.cli.Main"

READY_TIMEOUT_S = 60.0
ASSEMBLY_TIMEOUT_S = 180.0
TRAINING_REQUESTS = 2_000

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


def train(cache: Path, java: Sequence[str]) -> bool:
    """Writes `cache`; False when this JVM can't, and then nothing is there."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".training-", dir=cache.parent) as folder:
        made = Path(folder, cache.name)
        application = Path(folder, "application.py")
        application.write_text(APPLICATION)
        recording = [java[0], f"-XX:AOTCacheOutput={made}", *java[1:], MAIN_CLASS]
        serving = ["serve", str(application), "--port", "0", "--python", sys.executable]
        if not (_serve([*recording, *serving]) and made.exists()):
            _run_to_its_end([*recording, "version"])
        if not made.exists():
            return False
        made.replace(cache)
    return True


def _run_to_its_end(command: Sequence[str]) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, check=False, timeout=ASSEMBLY_TIMEOUT_S)


def _serve(command: Sequence[str]) -> bool:
    """One life of a server, from start to an orderly end; False when it never listened."""
    with _group(command) as process:
        timer = threading.Timer(READY_TIMEOUT_S, process.kill)
        timer.start()
        address = _address(process)
        timer.cancel()
        if address is None:
            return False
        assert process.stdout is not None
        threading.Thread(target=process.stdout.read, daemon=True).start()
        with contextlib.suppress(OSError, http.client.HTTPException):
            _visit(*address)
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(ASSEMBLY_TIMEOUT_S)
    return True


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


if __name__ == "__main__":
    sys.exit(0 if train(Path(sys.argv[1]), sys.argv[2:]) else 1)
