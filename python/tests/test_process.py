"""A worker process: its links, its signals, its end."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import wire_vectors
from server import LAUNCH, Server, encode, request, until

SOURCE = (Path(__file__).parent / "wsgi_paths.py").read_text(encoding="utf-8")
HELLO = """
import time
def app(environ, start_response):
    start_response("200 OK", [])
    if environ["PATH_INFO"] == "/slow":
        time.sleep(0.2)
    if environ["PATH_INFO"] == "/locked":
        locked()
    if environ["PATH_INFO"] == "/stream":
        return iter([b"x" * 65536] * 8)
    return [b"hello"]
def locked():
    sum(range(10**12))
"""
MALFORMED = json.loads((wire_vectors.FOLDER / "malformed.json").read_text(encoding="utf-8"))


def test_stop_lets_the_requests_end_that_were_received() -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/slow"), request(2), request(3))
        server.control.send((30,))
        assert [server.lane.next()[:2] for _ in range(3)] == [(20, 1), (20, 2), (20, 3)]
        assert server.finish() == (0, "", "")


def test_a_low_limit_on_open_files_does_not_keep_a_worker_from_starting() -> None:
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32));"
        "from krait._worker.lifeline import Lifeline; Lifeline(0); print('started')"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=LAUNCH.parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "started\n"


def test_stop_lets_a_streamed_answer_get_its_credit() -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/stream"))
        assert server.lane.next()[0] == 21
        server.control.send((30,))
        for _ in range(3):
            assert server.lane.next()[0] == 22
        assert server.lane.quiet(0.05)
        server.lane.send((4, 1, 1 << 20))
        for _ in range(4):
            assert server.lane.next()[0] == 22
        assert server.lane.next() == (23, 1)
        assert server.finish()[0] == 0


def test_stop_runs_what_the_application_left_for_the_end() -> None:
    source = HELLO + "\nimport atexit\natexit.register(print, 'the end')\n"
    for lanes in (1, 3):
        with Server(source, lanes=lanes) as server:
            assert server.stop() == (0, "the end\n", "")


def test_stop_while_the_application_loads() -> None:
    source = "import time\nprint('loading')\ntime.sleep(60)"
    server = Server(source)
    try:
        assert server.process.stdin is not None
        assert server.process.stdout is not None
        server.process.stdin.write(encode([(0, server.settings)]))
        server.process.stdin.flush()
        server.control = server._accept(0)
        assert server.control.next() == server.hello(-1)
        assert server.process.stdout.readline() == b"loading\n"
        server.control.send((30,))
        assert server.process.wait(30) == 0
    finally:
        server.__exit__(None, None, None)


def test_lanes_serve_side_by_side() -> None:
    source = """
import threading
both = threading.Barrier(2, timeout=30)
def app(environ, start_response):
    both.wait()
    start_response("200 OK", [])
    return [threading.current_thread().name.encode(), ]
"""
    with Server(source, lanes=2) as server:
        for number, lane in enumerate(server.lanes):
            lane.send(request(1, request_id=f"R{number}"))
        for number, lane in enumerate(server.lanes):
            assert lane.next()[4] == f"krait-lane-{number}".encode()
        assert server.stop()[0] == 0


def test_stacks_name_threads_and_requests() -> None:
    source = """
import time
def app(environ, start_response):
    application_function(environ)
def application_function(environ):
    environ["wsgi.input"].read()
"""
    for lanes in (1, 2):
        with Server(source, lanes=lanes) as server:
            server.lane.send(request(1, body=None, request_id="R5"))
            server.control.send((32,))
            until(lambda s=server: "in application_function" in stacks(s))
            text = stacks(server)
            assert "lane 0, request R5" in text
            if lanes == 2:
                assert "lane 1, idle" in text


def stacks(server: Server) -> str:
    server.control.send((32,))
    kind, text = server.control.next()
    assert kind == 13
    return str(text)


def test_prints_arrive_at_once_and_standard_input_is_empty() -> None:
    with Server(SOURCE) as server:
        assert server.process.stdout is not None
        server.get("/prints")
        assert server.process.stdout.readline() == b"to standard output\n"
        assert server.process.stdout.readline() == b"rest of standard input: ''\n"
        status, _, errors = server.stop()
        assert (status, errors) == (0, "to standard error\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_signals_of_the_terminal_are_left_to_the_server(number: int) -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/slow"))
        assert server.lane.quiet(0.05)
        server.process.send_signal(number)
        assert server.lane.next()[:2] == (20, 1)
        assert server.stop() == (0, "", "")


def test_sigquit_shows_the_stacks_even_while_the_interpreter_is_locked() -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/locked"))
        assert server.lane.quiet(0.05)
        server.process.send_signal(signal.SIGQUIT)
        assert server.process.stderr is not None
        lines = iter(server.process.stderr.readline, b"")
        assert any(b" in locked" in line for line in lines)
        server.process.kill()
        server.finish()


def test_sigterm_without_stop_ends_no_request_and_is_told() -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/slow"))
        assert server.lane.quiet(0.05)
        server.process.terminate()
        assert server.lane.next()[:2] == (20, 1)
        level, text, _ = server.log()
        assert level == "info"
        assert "SIGTERM" in text
        assert server.stop() == (0, "", "")


def test_sigterm_after_stop_ends_the_process() -> None:
    with Server(HELLO) as server:
        server.lane.send(request(1, "/stream"))
        assert server.lane.next()[0] == 21
        server.control.send((30,))
        server.control.send((32,))
        assert server.control.next()[0] == 13  # so STOP has been heard
        server.process.terminate()
        assert server.finish()[0] == -signal.SIGTERM


@pytest.mark.parametrize("when", ["loading", "serving"])
def test_processes_of_the_application_obey_sigterm(when: str) -> None:
    source = """
import os, signal, time
def child():
    pid = os.fork()
    if pid == 0:
        time.sleep(60)
    os.kill(pid, signal.SIGTERM)
    return os.waitpid(pid, 0)[1]
early = child()
def app(environ, start_response):
    start_response("200 OK", [])
    return [b"%d" % (early if environ["PATH_INFO"] == "/loading" else child())]
"""
    with Server(source) as server:
        server.lane.send(request(1, f"/{when}"))
        assert server.lane.next()[4] == b"%d" % signal.SIGTERM
        assert server.stop()[0] == 0


def link_cases(link: str) -> list[Any]:
    return [
        pytest.param(bytes.fromhex(case["bytes"]), case.get("cut", False), id=case["name"])
        for case in MALFORMED
        if case["link"] == link and case["to"] in ("worker", "both")
    ]


def ends(server: Server, errors: str = "krait worker") -> None:
    """The worker ends by itself, and says why."""
    status, _, text = server.finish()
    assert status == 70
    assert text.startswith(errors)
    assert len(text.splitlines()) == 1


@pytest.mark.parametrize(("data", "cut"), link_cases("data"))
def test_malformed_frames_on_a_data_link_end_the_process(data: bytes, cut: bool) -> None:
    with Server(HELLO) as server:
        server.lane.send_bytes(data)
        if cut:
            server.lane.socket.close()
        ends(server)


@pytest.mark.parametrize(("data", "cut"), link_cases("control"))
def test_malformed_frames_on_the_control_link_end_the_process(data: bytes, cut: bool) -> None:
    with Server(HELLO) as server:
        server.control.send_bytes(data)
        ends(server)


@pytest.mark.parametrize("seed", range(10))
def test_garbage_never_hangs_a_worker(seed: int) -> None:
    chance = random.Random(seed)
    with Server(HELLO) as server:
        server.lane.send(request(1))
        assert server.lane.next()[0] == 20
        try:
            for _ in range(3):
                size = chance.randrange(1, 500)
                server.lane.send_bytes(size.to_bytes(4, "little") + chance.randbytes(size))
        except OSError:
            pass  # it has gone already
        ends(server)


def test_a_link_that_ends_in_a_request_ends_the_process() -> None:
    with Server(SOURCE) as server:
        server.lane.send(request(1, "/echo", body=None))
        server.lane.socket.close()
        ends(server)


def test_the_end_of_the_control_link_ends_the_process() -> None:
    with Server(HELLO) as server:
        server.control.socket.close()
        ends(server)


def test_links_that_the_server_closes_end_the_process_in_good_order() -> None:
    with Server(HELLO + "\nimport atexit\natexit.register(print, 'the end')\n") as server:
        server.lane.socket.close()
        assert server.finish()[:2] == (0, "the end\n")


def test_the_process_needs_its_configuration() -> None:
    done = subprocess.run(
        [sys.executable, str(LAUNCH)], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 70
    assert b"workers are started by the server alone" in done.stderr


@pytest.mark.parametrize("work", ["sum(range(10**12))", "time.sleep(600)"])
def test_the_worker_dies_with_a_killed_server_even_inside_a_c_loop(work: str) -> None:
    source = f"""
import time
def app(environ, start_response):
    print("running", flush=True)
    {work}
"""
    script = f"""
import sys, time
sys.path[:0] = {[str(LAUNCH.parents[2]), str(Path(__file__).parent)]!r}
from server import Server, request
with Server({source!r}) as server:
    server.lane.send(request(1))
    assert server.process.stdout.readline() == b"running\\n"
    print(server.process.pid, server.folder, flush=True)
    time.sleep(600)
"""
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid, folder = parent.stdout.readline().split()
    assert alive(int(pid))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    try:
        until(lambda: not alive(int(pid)), 10)
    finally:
        subprocess.run(["rm", "-rf", folder], check=True)


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


CHILDREN = """
import os, subprocess, sys, multiprocessing
def sockets():
    found = []
    for fd in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink("/proc/self/fd/" + fd))
        except OSError:
            pass
    return sorted(set(f.split(":")[0] for f in found if f.startswith(("socket", "pipe"))))

def work(queue):
    queue.put(sockets())

def app(environ, start_response):
    way = environ["PATH_INFO"]
    if way == "/subprocess":
        code = "import os; print(sorted(os.listdir('/proc/self/fd')))"
        result = subprocess.run([sys.executable, "-c", code], capture_output=True).stdout
    elif way == "/fork":
        read, write = os.pipe()
        if not os.fork():
            os.close(read)
            print("from the child", file=environ["wsgi.errors"])
            os.write(write, repr(sockets()).encode())
            os._exit(0)
        os.close(write)
        os.wait()
        result = os.read(read, 10000)
        os.close(read)
    else:
        context = multiprocessing.get_context(way.strip("/"))
        queue = context.SimpleQueue()
        process = context.Process(target=work, args=(queue,))
        process.start()
        result = repr(queue.get()).encode()
        process.join()
    start_response("200 OK", [])
    return [result]
"""


def test_processes_of_the_application_do_not_hold_the_links() -> None:
    with Server(CHILDREN) as server:
        assert eval(server.get("/subprocess")[2]) == ["0", "1", "2", "3"]
        assert eval(server.get("/fork")[2]) == ["pipe"]
        for way in ("/fork", "/spawn"):
            assert server.get(way)[0] == "200 OK"
        status, _, errors = server.stop()
        assert status == 0
        assert errors.splitlines()[0] == "from the child"


def test_multiprocessing_works_in_every_way() -> None:
    with Server(CHILDREN) as server:
        for way in ("/fork", "/spawn", "/forkserver"):
            assert server.get(way)[0] == "200 OK"
        assert server.stop()[0] == 0


def test_a_worker_is_small() -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "print(open('/proc/self/status').read())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    bare_kb = int(bare.split("VmRSS:")[1].split()[0])
    with Server(HELLO, environment={"PYTHONDONTWRITEBYTECODE": ""}) as first:
        first.get()
    with Server(HELLO, environment={"PYTHONDONTWRITEBYTECODE": ""}) as server:
        for id in range(1, 200):
            server.lane.send(request(id))
            server.lane.next()
        assert server.rss_kb() < min(20 * 1024, bare_kb + 3 * 1024)


def test_a_worker_loads_no_more_than_it_needs() -> None:
    source = """
import sys
def app(environ, start_response):
    start_response("200 OK", [])
    return [repr(sorted(sys.modules)).encode()]
"""
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(sorted(sys.modules))"],
        capture_output=True,
        check=True,
    ).stdout
    with Server(source) as server:
        loaded = set(eval(server.get()[2])) - set(eval(bare))
    heavy = {
        "typing",
        "logging",
        "traceback",
        "inspect",
        "asyncio",
        "ctypes",
        "socket",
        "threading",
    }
    assert not loaded & heavy
