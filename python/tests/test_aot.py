"""Making the AOT cache, with a program in the place of Java."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from krait import _aot

# Behaves as `java` does: records where it is told to, serves, and writes the cache as it ends.
JAVA = """\
#!{python}
import http.server, pathlib, signal, sys, threading

mode = pathlib.Path(__file__).with_name("mode").read_text()
cache = next(a.split("=", 1)[1] for a in sys.argv if a.startswith("-XX:AOTCacheOutput="))
asked = pathlib.Path(__file__).with_name("asked")

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
        asked.write_text(self.path)

    do_POST = do_GET

    def log_message(self, *arguments):
        pass

if mode == "unable":
    sys.exit(1)
if "serve" in sys.argv:
    if mode == "version only":
        sys.exit(1)
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    stop = lambda *arguments: threading.Thread(target=server.shutdown).start()
    signal.signal(signal.SIGTERM, stop)
    print(f"listening on http://127.0.0.1:{{server.server_port}}", flush=True)
    server.serve_forever()
pathlib.Path(cache).write_text(next(a for a in sys.argv if a in ("serve", "run", "version")))
"""


@pytest.fixture
def java(tmp_path: Path) -> Path:
    path = tmp_path / "java"
    path.write_text(JAVA.format(python=sys.executable))
    path.chmod(0o755)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(_aot, "TRAINING_REQUESTS", 10)
    monkeypatch.setattr(_aot, "PRESSURE_CONNECTIONS", 0)
    return tmp_path / "caches"


def answer(java: Path, mode: str) -> None:
    java.with_name("mode").write_text(mode)


def test_cache_is_made_by_a_server_that_answers(java: Path, folder: Path) -> None:
    answer(java, "serves")
    assert _aot.train("serve", folder / "k.aot", [str(java), "-Dx=y"])
    assert (folder / "k.aot").read_text() == "serve"
    assert java.with_name("asked").exists()
    assert os.listdir(folder) == ["k.aot"]


def test_cache_for_programs_is_made_by_a_program(java: Path, folder: Path) -> None:
    answer(java, "runs")
    assert _aot.train("run", folder / "k.aot", [str(java)])
    assert (folder / "k.aot").read_text() == "run"
    assert os.listdir(folder) == ["k.aot"]


def test_cache_of_a_short_command_is_better_than_none(java: Path, folder: Path) -> None:
    answer(java, "version only")
    assert _aot.train("serve", folder / "k.aot", [str(java)])
    assert (folder / "k.aot").read_text() == "version"


def test_java_without_caches_leaves_nothing_behind(java: Path, folder: Path) -> None:
    answer(java, "unable")
    assert not _aot.train("serve", folder / "k.aot", [str(java)])
    assert os.listdir(folder) == []


def test_second_training_at_the_same_time_gives_way(
    java: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_aot, "BACKGROUND_DELAY_S", 0.0)
    answer(java, "serves")
    folder.mkdir()
    lock = folder / "k.lock"
    lock.touch()
    assert not _aot.train_in_background("serve", folder / "k.aot", [str(java)])
    long_ago = time.time() - 2 * _aot.LOCK_EXPIRY_S
    os.utime(lock, (long_ago, long_ago))
    assert _aot.train_in_background("serve", folder / "k.aot", [str(java)])
    assert os.listdir(folder) == ["k.aot"]


def test_caches_of_former_environments_are_forgotten(
    java: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_aot, "BACKGROUND_DELAY_S", 0.0)
    answer(java, "serves")
    folder.mkdir()
    for age in range(10):
        old = folder / f"krait-{age}.aot"
        old.touch()
        os.utime(old, (1_000 - age, 1_000 - age))
    assert _aot.train_in_background("serve", folder / "krait-new.aot", [str(java)])
    kept = {"krait-new.aot", *(f"krait-{age}.aot" for age in range(_aot.CACHES_MAX - 1))}
    assert set(os.listdir(folder)) == kept


def test_place_that_cannot_be_written_is_no_news(java: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    command = [sys.executable, _aot.__file__, "--background", "serve"]
    command += [str(tmp_path / "file/k.aot"), "java"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
