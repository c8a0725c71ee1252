"""CANCEL ends the request that it names, and no other."""

from __future__ import annotations

import os
import random
import threading

import pytest
from server import Server, request

import krait
from krait._worker import cancel
from krait._worker.cancel import INJECTED, Cancellable, ThreadInterrupter

SOURCE = """
import time
import krait

def app(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/catch":
        try:
            spin(environ)
        except krait.RequestTimeout as error:
            start_response("503 Too Slow", [])
            return [type(error).__name__.encode()]
    if path == "/spin":
        spin(environ)
    if path == "/sleep":
        print("running", file=environ["wsgi.errors"])
        time.sleep(60)
    if path == "/read":
        print("running", file=environ["wsgi.errors"])
        environ["wsgi.input"].read()
    if path == "/short":
        end = time.perf_counter() + float(environ["QUERY_STRING"])
        while time.perf_counter() < end:
            pass
    if path == "/talk":
        return talk(environ, start_response)
    if path == "/stream":
        return stream(start_response)
    if path == "/generator":
        return generator(start_response)
    start_response("200 OK", [])
    return [path.encode()]

def spin(environ):
    print("running", file=environ["wsgi.errors"])
    while True:
        pass

class stream:
    def __init__(self, start_response):
        start_response("200 OK", [])
    def __iter__(self):
        while True:
            yield b"x" * 65536
    def close(self):
        print("closed")

def talk(environ, start_response):
    write = start_response("200 OK", [])
    for number in range(200):
        write(b"w")
        print(number, file=environ["wsgi.errors"])
        yield b"y"

def generator(start_response):
    start_response("200 OK", [])
    yield b"first"
    while True:
        pass
"""


@pytest.fixture(params=["main", "thread"])
def server(request: pytest.FixtureRequest) -> Server:
    return Server(SOURCE, main_lane=request.param == "main")


def running(server: Server) -> None:
    """Wait until the application runs: only then is there something to interrupt."""
    assert server.log()[1] == "running"


def test_a_request_is_interrupted_and_the_next_is_served(server: Server) -> None:
    with server:
        for id in range(1, 6):
            server.lane.send(request(id, "/spin"))
            running(server)
            server.control.send((31, 0, id))
            kind, answered, text = server.lane.next()
            assert (kind, answered) == (26, id)
            assert text.rstrip().splitlines()[-1].startswith("krait.RequestTimeout")
            assert "in spin" in text
            assert "krait/_worker" not in text
            assert server.get()[2] == b"/"
        assert server.stop()[0] == 0


def test_the_application_may_answer(server: Server) -> None:
    with server:
        server.lane.send(request(1, "/catch"))
        running(server)
        server.control.send((31, 0, 1))
        assert server.lane.next() == (20, 1, "503 Too Slow", [], b"RequestTimeout")
        assert server.get()[2] == b"/"


def test_a_wait_for_the_body_is_interrupted(server: Server) -> None:
    with server:
        server.lane.send(request(1, "/read", body=None))
        running(server)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)
        server.lane.send((3, 1, b"late", True))
        assert server.get()[2] == b"/"


def test_a_wait_for_credit_is_interrupted_and_the_result_closed(server: Server) -> None:
    with server:
        server.lane.send(request(1, "/stream"))
        for _ in range(4):
            assert len(server.lane.next()[-1]) == 65536
        assert server.lane.quiet(0.02)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)
        assert server.get()[2] == b"/"
        assert server.stop()[1] == "closed\n"


def test_a_generator_is_interrupted(server: Server) -> None:
    with server:
        server.lane.send(request(1, "/generator"))
        assert server.lane.next()[0] == 21
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)


def test_a_blocking_call_on_the_main_thread_is_interrupted() -> None:
    with Server(SOURCE) as server:
        server.lane.send(request(1, "/sleep"))
        running(server)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)


def test_a_request_that_is_not_running_is_left_alone(server: Server) -> None:
    with server:
        server.control.send((31, 0, 1), (31, 0, 7), (32,))
        assert server.control.next()[0] == 13  # behind them: they have been looked at
        assert server.get()[2] == b"/"
        server.lane.send(request(1, "/spin"), request(2, "/waits"))
        running(server)
        server.control.send((31, 0, 2))
        assert server.lane.quiet(0.05)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)
        assert server.lane.next()[:2] == (20, 2)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("lane", ["main", "thread"])
def test_a_cancel_that_races_with_the_end_never_hits_another_request(lane: str, seed: int) -> None:
    chance = random.Random(seed)
    with Server(
        "import sys\nsys.setswitchinterval(1e-5)\n" + SOURCE, main_lane=lane == "main"
    ) as server:
        interrupted = 0
        for turn in range(150):
            id = 2 * turn + 1
            server.lane.send(
                request(id, "/short", query=str(chance.uniform(0, 0.0015))),
                request(id + 1, "/next"),
            )
            if chance.random() < 0.7:
                server.lane.quiet(chance.uniform(0, 0.0015))
            server.control.send((31, 0, id))
            first = server.lane.next()
            assert first[0] in (20, 26)
            assert first[1] == id
            interrupted += first[0] == 26
            assert server.lane.next() == (20, id + 1, "200 OK", [], b"/next")
        assert 0 < interrupted < 150
        assert server.stop()[0] == 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("lane", ["main", "thread"])
def test_a_cancel_never_cuts_what_the_worker_sends(lane: str, seed: int) -> None:
    chance = random.Random(seed)
    with Server(
        "import sys\nsys.setswitchinterval(1e-5)\n" + SOURCE, main_lane=lane == "main"
    ) as server:
        interrupted = 0
        for turn in range(60):
            id = 2 * turn + 1
            server.lane.send(request(id, "/talk"), request(id + 1, "/next"))
            for _ in range(chance.randrange(100)):
                assert server.lane.next()[:2] in ((21, id), (22, id))
            server.control.send((31, 0, id))
            message = server.lane.next()
            while message[1] == id:
                assert message[0] in (21, 22, 23, 26)
                interrupted += message[0] == 26
                message = server.lane.next()
            assert message == (20, id + 1, "200 OK", [], b"/next")
            while not server.control.quiet(0):
                assert server.log()[1].isdigit()
        assert interrupted
        assert server.stop()[0] == 0


def test_a_signal_that_the_application_uses_is_not_taken() -> None:
    source = """
import signal
for back in range(1, 4):
    signal.signal(signal.SIGRTMAX - back, lambda *args: None)
taken = signal.getsignal(signal.SIGRTMAX - 1)
def app(environ, start_response):
    start_response("200 OK", [])
    if environ["PATH_INFO"] == "/spin":
        print("running", file=environ["wsgi.errors"])
        while True:
            pass
    return [b"kept" if signal.getsignal(signal.SIGRTMAX - 1) is taken else b"lost"]
"""
    with Server(source) as server:
        assert server.get()[2] == b"kept"
        server.lane.send(request(1, "/spin"))
        running(server)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)


def test_all_signals_taken_leave_the_exception() -> None:
    source = """
import signal
for number in (signal.SIGUSR2, *(signal.SIGRTMAX - back for back in range(1, 6))):
    signal.signal(number, lambda *args: None)
def app(environ, start_response):
    print("running", file=environ["wsgi.errors"])
    while True:
        pass
"""
    with Server(source) as server:
        server.lane.send(request(1))
        running(server)
        server.control.send((31, 0, 1))
        assert server.lane.next()[:2] == (26, 1)


@pytest.mark.parametrize("path", ["/read", "/stream"])
@pytest.mark.parametrize("lane", ["main", "thread"])
def test_a_wait_for_the_link_needs_no_exception_from_outside(lane: str, path: str) -> None:
    """An exception that is set on a thread may arrive in code that swallows it."""
    source = f"""
import krait._worker.cancel, krait._worker.link
krait._worker.cancel.ThreadInterrupter.interrupt = lambda self, lane: None
krait._worker.cancel.SignalInterrupter.interrupt = lambda self, lane: None
wait = krait._worker.link.Link.wait
def waits(link):
    log("waiting")
    wait(link)
krait._worker.link.Link.wait = waits
{SOURCE}
def log(text, app=app):
    print(text, file=errors)
def app(environ, start_response, app=app):
    global errors
    errors = environ["wsgi.errors"]
    return app(environ, start_response)
"""
    with Server(source, main_lane=lane == "main") as server:
        server.lane.send(request(1, path, body=None))
        if path == "/stream":
            for _ in range(4):
                assert len(server.lane.next()[-1]) == 65536
        while server.log()[1] != "waiting":
            pass
        server.control.send((31, 0, 1))
        message = server.lane.next()
        assert message[:2] == (26, 1)
        assert "krait.RequestTimeout" in message[2]


def test_a_cancel_that_meets_the_workers_own_code_is_kept_for_the_application(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began = threading.Event()
    reader, writer = os.pipe()  # an Event has a lock, which the exception could leave taken

    class Slow(ThreadInterrupter):
        def interrupt(self, lane: Cancellable) -> None:
            began.set()
            os.read(reader, 1)
            super().interrupt(lane)

    lane = Cancellable()
    lane.ident = threading.get_ident()
    lane.interrupter = Slow()
    lane.running = 1
    monkeypatch.setattr(cancel, "sleep", lambda _: os.write(writer, b"."))
    control = threading.Thread(target=lane.cancel, args=(1,))
    control.start()
    began.wait()
    assert lane.hide()
    with pytest.raises(krait.RequestTimeout):
        lane.show()
    control.join()
    os.close(reader)
    os.close(writer)
    assert (lane.running, lane.cancelled) == (1, 0)


def test_a_cancel_that_arrives_at_any_step_of_the_hiding_is_kept() -> None:
    class Early(Cancellable):
        """Meets the exception with the first instruction of its own that looks for one."""

        arrived = False

        def _await_arrival(self) -> None:
            if not self.arrived:
                self.arrived = True
                raise krait.RequestTimeout
            super()._await_arrival()

    lane = Early()
    lane.ident = threading.get_ident()
    lane.interrupter = ThreadInterrupter()
    lane.running = 1
    lane.cancelled = INJECTED
    assert lane.hide()
    assert lane.due()
    with pytest.raises(krait.RequestTimeout):
        lane.show()
    assert (lane.running, lane.cancelled) == (1, 0)


def test_a_cancel_of_another_request_leaves_the_one_that_is_kept() -> None:
    lane = Cancellable()
    lane.interrupter = ThreadInterrupter()
    lane.running = 1
    assert lane.hide()
    lane.cancel(1)
    lane.cancel(2)
    with pytest.raises(krait.RequestTimeout):
        lane.show()
