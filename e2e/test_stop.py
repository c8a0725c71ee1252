"""How a server stops: what is in progress, what is stuck, what is left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from client import UnixConnection, connect, raw, read_until
from serving import KRAIT, PROBE, clean_environment, session_of
from waiting import wait_until


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_finishes_what_is_in_progress_and_exits_0(krait, gate, number):
    server = krait(PROBE, "--workers", "1")
    with connect(server) as slow, raw(server) as idle:
        idle.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(idle, b"World!\n")
        slow.request("GET", "/at-gate?name=gate")
        gate().wait_entered()
        server.signal(number)
        assert idle.recv(1) == b"", "an idle connection is closed at once"
        wait_until(lambda: refused(server), what="a closed port")
        assert server.process.poll() is None
        gate().open()
        response = slow.getresponse()
        assert (response.status, response.read().isdigit()) == (200, True)
    assert server.wait(timeout=10) == 0
    assert session_of(server.pid) == []


def test_stop_of_the_whole_group_of_processes_finishes_what_is_in_progress(krait, gate):
    server = krait(PROBE, "--workers", "2")
    with connect(server) as slow:
        slow.request("POST", "/at-gate?name=gate", b"unsafe")
        gate().wait_entered()
        os.killpg(server.pid, signal.SIGTERM)
        wait_until(lambda: refused(server), what="a closed port")
        gate().open()
        response = slow.getresponse()
        assert (response.status, response.read().isdigit()) == (200, True)
    assert server.wait(timeout=10) == 0
    assert session_of(server.pid) == []


def test_log_that_nobody_reads_holds_up_neither_requests_nor_the_stop(tmp_path):
    stuck, log = os.pipe()  # nobody ever reads what goes into it
    place = tmp_path / "krait.sock"
    command = [KRAIT, "serve", PROBE, "--workers", "1", "--bind", f"unix:{place}"]
    process = subprocess.Popen(
        [*command, "--stop-timeout", "5s", "--python", sys.executable],
        stdout=subprocess.PIPE,
        stderr=log,
        env=clean_environment({"PROBE_FOLDER": str(tmp_path)}),
        start_new_session=True,
    )
    try:
        assert b"listening on" in process.stdout.readline()
        for _ in range(300):  # their tracebacks are more than a pipe takes
            assert ask(place, "/raise?name=" + "x" * 1000) == 500
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        assert session_of(process.pid) == []
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        os.close(stuck)
        os.close(log)


def test_request_that_outlasts_a_stop_shows_its_stack_and_leaves_time_for_exit_handlers(
    krait, tmp_path
):
    (tmp_path / "app.py").write_text(
        "import atexit, pathlib, time\n"
        "atexit.register(pathlib.Path('handler-ran').touch)\n"
        "def application(environ, start_response):\n"
        "    pathlib.Path('entered').touch()\n"
        "    time.sleep(600)\n"
    )
    server = krait(tmp_path, "--workers", "1", "--stop-timeout", "5s")
    with connect(server) as slow:
        slow.request("GET", "/")
        wait_until((tmp_path / "entered").exists, what="the request")
        began = time.monotonic()
        server.signal(signal.SIGTERM)
        response = slow.getresponse()
        assert (response.status, b"stopped" in response.read()) == (503, True)
    assert server.wait(timeout=10) == 0
    assert time.monotonic() - began < 5.5
    assert "stacks of all threads" in server.output
    assert "time.sleep(600)" in server.output
    assert (tmp_path / "handler-ran").exists()


def test_endless_stream_is_cut_and_leaves_time_for_exit_handlers(krait, tmp_path):
    (tmp_path / "app.py").write_text(
        "import atexit, pathlib, time\n"
        "atexit.register(pathlib.Path('handler-ran').touch)\n"
        "def application(environ, start_response):\n"
        "    start_response('200 OK', [])\n"
        "    while True:\n"
        "        yield b'x'\n"
        "        time.sleep(0.01)\n"
    )
    server = krait(tmp_path, "--workers", "1", "--threads", "2", "--stop-timeout", "5s")
    with raw(server) as endless:
        endless.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(endless, b"x\r\n")
        server.signal(signal.SIGTERM)
        while endless.recv(65_536):
            pass
    assert server.wait(timeout=10) == 0
    assert (tmp_path / "handler-ran").exists()


def test_stop_takes_no_longer_when_nobody_reads_either_stream(tmp_path):
    place = tmp_path / "krait.sock"
    out, log = os.pipe()  # nobody reads on, once the address has been printed
    command = [KRAIT, "serve", PROBE, "--workers", "1", "--bind", f"unix:{place}", "--access-log"]
    process = subprocess.Popen(
        [*command, "--stop-timeout", "2s", "--python", sys.executable],
        stdout=log,
        stderr=log,
        env=clean_environment({"PROBE_FOLDER": str(tmp_path)}),
        start_new_session=True,
    )
    try:
        text = b""
        while b"listening on" not in text:
            text += os.read(out, 65_536)
        for _ in range(300):
            assert ask(place, "/raise?name=" + "x" * 1000) == 500
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
        assert time.monotonic() - began < 2.5
        assert session_of(process.pid) == []
    finally:
        process.kill()
        process.wait()
        os.close(out)
        os.close(log)


def ask(place, path):
    connection = UnixConnection(str(place), timeout=20)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def refused(server):
    try:
        with raw(server, timeout=0.5) as sock:
            return sock.recv(1) == b""
    except ConnectionError:
        return True
    except TimeoutError:
        return False


def test_streamed_response_is_finished_before_the_stop(krait, gate):
    server = krait(PROBE, "--workers", "1")
    with connect(server) as slow:
        slow.request("GET", "/stream?name=gate")
        response = slow.getresponse()
        assert response.readline() == b"first\n"
        server.signal(signal.SIGTERM)
        gate().open()
        assert response.read() == b"second\n"
    assert server.wait(timeout=10) == 0


def test_stop_ends_within_its_timeout_whatever_is_in_progress(krait, tmp_path):
    server = krait(PROBE, "--workers", "1", "--stop-timeout", "1s")
    with raw(server) as stuck:
        stuck.sendall(b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_until((tmp_path / "hang.entered").exists, what="the request")
        began = time.monotonic()
        assert server.terminate(timeout=10) == 0
        assert time.monotonic() - began >= 0.9
    assert session_of(server.pid) == []


def test_second_signal_stops_at_once(krait, tmp_path):
    server = krait(PROBE, "--workers", "1", "--stop-timeout", "60s")
    with raw(server) as stuck:
        stuck.sendall(b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_until((tmp_path / "hang.entered").exists, what="the request")
        server.signal(signal.SIGTERM)
        wait_until(lambda: refused(server), what="a closed port")
        server.signal(signal.SIGTERM)
        server.wait(timeout=5)
    wait_until(lambda: session_of(server.pid) == [], timeout=5, what="the end of the workers")


def test_stop_while_the_application_is_loading_leaves_no_process(krait, tmp_path):
    (tmp_path / "app.py").write_text(
        "import pathlib, threading\n"
        f"pathlib.Path({str(tmp_path)!r}, 'loading').touch()\n"
        "threading.Event().wait(60)\n"
    )
    server = krait(tmp_path, "--workers", "2", ready=False)
    wait_until((tmp_path / "loading").exists, timeout=30, what="a worker")
    server.signal(signal.SIGTERM)
    server.wait(timeout=10)
    wait_until(lambda: session_of(server.pid) == [], timeout=5, what="the end of the workers")


SLOW_TO_LOAD = """
import pathlib, threading
pathlib.Path("loading").touch()
threading.Event().wait(600)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_before_the_server_is_up_exits_0_and_leaves_nobody(krait, tmp_path, number):
    (tmp_path / "app.py").write_text(SLOW_TO_LOAD)
    server = krait(tmp_path, "--workers", "2", ready=False)
    wait_until((tmp_path / "loading").exists, timeout=30, what="a worker that loads")
    server.signal(number)
    assert server.wait(timeout=10) == 0
    assert "listening on" not in server.output
    wait_until(lambda: not session_of(server.pid), what="the end of the workers")


MOMENTS = {
    "the launcher": lambda server: True,
    "java": lambda server: Path(f"/proc/{server.pid}/comm").read_text() == "java\n",
    "threads": lambda server: len(list(Path(f"/proc/{server.pid}/task").iterdir())) > 12,
    "a worker": lambda server: server.worker_pids(),
    "a ready worker": lambda server: "is ready" in server.output,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_stop_at_any_moment_of_the_start_leaves_nobody(krait, moment):
    server = krait(PROBE, "--workers", "2", ready=False)
    wait_until(lambda: MOMENTS[moment](server), what=moment)
    server.signal(signal.SIGTERM)
    # Before Krait's first instruction the signal is the JVM's, or the launching shell's.
    early = () if "worker" in moment else (143, -signal.SIGTERM)
    assert server.wait(timeout=20) in (0, *early)
    wait_until(lambda: not session_of(server.pid), what="the end of all")
