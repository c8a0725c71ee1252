"""Start, stop, reload, crash: what happens to processes, and to the requests they have."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from client import connect, get, post, raw, read_until, status_of, until_closed
from serving import KRAIT, PROBE, alive, clean_environment, session_of
from waiting import wait_until

CLIENTS = 6


class Load:
    """Clients that send safe and unsafe requests until told to stop, and keep every outcome."""

    def __init__(self, server, path="/count"):
        self.server = server
        self.path = path
        self.safe = []
        self.unsafe = {}
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(client,)) for client in range(CLIENTS)
        ]

    def _run(self, client):
        number = 0
        while not self._stop.is_set():
            with suppress(OSError), connect(self.server) as connection:
                while not self._stop.is_set():
                    number += 1
                    self._one(f"{client}-{number}", connection)

    def _one(self, identifier, connection):
        if random.random() < 0.5:
            self.safe.append(self._try("GET", "/pid", connection))
        else:
            path = f"{self.path}?id={identifier}"
            self.unsafe[identifier] = self._try("POST", path, connection)

    def _try(self, method, path, connection):
        """The status, or what went wrong instead of an answer."""
        connection.close()
        try:
            connection.request(method, path)
            response = connection.getresponse()
            response.read()
            return response.status
        except Exception as error:  # noqa: BLE001 any of them means a client without an answer
            return repr(error)

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def wait_more(self, count=50):
        """Waits until `count` more requests of each kind are done."""
        safe, unsafe = len(self.safe) + count, len(self.unsafe) + count
        wait_until(
            lambda: len(self.safe) >= safe and len(self.unsafe) >= unsafe,
            timeout=30,
            what=f"{count} requests of each kind",
        )


class KeptAlive(Load):
    """The same on connections that stay open, as browsers and proxies keep them."""

    def _try(self, method, path, connection):
        try:
            connection.request(method, path)
            response = connection.getresponse()
            response.read()
            return response.status
        except Exception as error:  # noqa: BLE001
            return repr(error)


def counted(folder):
    file = folder / "counted"
    return file.read_text().split() if file.exists() else []


def test_killed_workers_cost_no_answer_and_nothing_runs_twice(krait, tmp_path):
    server = krait(PROBE, "--workers", "2")
    with Load(server, "/count-slowly") as load:
        for _ in range(3):
            load.wait_more(20)
            before = wait_until(
                lambda: len(pids := server.worker_pids()) == 2 and pids, what="two workers"
            )
            os.kill(random.choice(before), signal.SIGKILL)
            wait_until(
                lambda before=before: len(set(server.worker_pids()) - set(before)) == 1,
                timeout=20,
                what="a new worker",
            )
        load.wait_more(20)
    assert set(load.safe) == {200}
    assert set(load.unsafe.values()) <= {200, 502}
    runs = counted(tmp_path)
    assert len(runs) == len(set(runs)), "an unsafe request ran twice"
    done = {identifier for identifier, status in load.unsafe.items() if status == 200}
    assert done <= set(runs), "an answered request never ran"
    lost = [status for status in load.unsafe.values() if status == 502]
    assert len(lost) <= 3, "more requests were lost than lanes died"


def test_unsafe_request_that_a_dead_worker_had_begun_is_502(krait):
    server = krait(PROBE, "--workers", "1")
    answer = post(server, "/exit?id=1")
    assert answer.status == 502
    assert get(server, "/").status == 200


def test_safe_request_that_a_dead_worker_had_begun_is_run_again(krait, gate):
    server = krait(PROBE, "--workers", "1")
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        (worker,) = server.worker_pids()
        os.kill(worker, signal.SIGKILL)
        gate().wait_entered(count=2)
        gate().open()
        assert asked.result().status == 200
    assert int(asked.result().text) != worker


def test_request_that_kills_every_worker_is_not_run_for_ever(krait):
    server = krait(PROBE, "--workers", "2")
    assert get(server, "/exit").status == 502
    wait_until(lambda: get(server, "/").status == 200, what="a living worker")


def test_death_in_the_middle_of_an_upload_is_502(krait, tmp_path):
    server = krait(PROBE, "--workers", "1")
    with raw(server) as sock:
        head = b"POST /sink-counted?id=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
        sock.sendall(head + b"x" * 300_000)
        wait_until(lambda: counted(tmp_path) == ["1"], what="the request")
        (worker,) = server.worker_pids()
        os.kill(worker, signal.SIGKILL)
        assert status_of(read_until(sock, b"\r\n\r\n")) == 502
    assert get(server, "/").status == 200


def test_death_in_the_middle_of_a_response_cuts_the_connection(krait):
    server = krait(PROBE, "--workers", "1")
    with raw(server) as sock:
        sock.sendall(b"GET /source?bytes=100000000 HTTP/1.1\r\nHost: x\r\n\r\n")
        assert status_of(read_until(sock, b"\r\n\r\n")) == 200
        (worker,) = server.worker_pids()
        os.kill(worker, signal.SIGKILL)
        assert not until_closed(sock).endswith(b"0\r\n\r\n"), "it looks complete"
    assert get(server, "/").status == 200


@pytest.mark.parametrize("clients", [Load, KeptAlive])
def test_reload_under_load_fails_no_request(krait, tmp_path, clients):
    server = krait(PROBE, "--workers", "2")
    before = set(server.worker_pids())
    with clients(server) as load:
        for _ in range(2):
            load.wait_more()
            old = set(server.worker_pids())
            server.signal(signal.SIGHUP)
            wait_until(
                lambda old=old: len(pids := set(server.worker_pids())) == 2 and not pids & old,
                timeout=30,
                what="two new workers alone",
            )
        load.wait_more()
    assert set(load.safe) == {200}
    assert set(load.unsafe.values()) == {200}
    assert sorted(counted(tmp_path)) == sorted(load.unsafe)
    assert not before & set(server.worker_pids())
    assert server.terminate() == 0


def version_app(folder, text):
    (folder / "app.py").write_text(
        "def app(environ, start_response):\n"
        "    start_response('200 OK', [('Content-Type', 'text/plain')])\n"
        f"    return [{text!r}]\n"
    )


def test_reload_loads_the_new_code_and_finishes_old_requests(krait, gate, tmp_path):
    shutil.copy(PROBE, tmp_path / "app.py")
    server = krait(tmp_path, "--workers", "1")
    with connect(server) as slow:
        slow.request("GET", "/at-gate?name=gate")
        gate().wait_entered()
        version_app(tmp_path, b"new")
        server.signal(signal.SIGHUP)
        wait_until(lambda: get(server, "/").body == b"new", timeout=20, what="the new code")
        gate().open()
        response = slow.getresponse()
        assert response.status == 200
        assert response.read().isdigit()
    wait_until(lambda: len(server.worker_pids()) == 1, what="the end of the old worker")


def test_reload_of_broken_code_keeps_the_old_workers(krait, tmp_path):
    version_app(tmp_path, b"old")
    server = krait(tmp_path, "--workers", "2")
    before = server.worker_pids()
    (tmp_path / "app.py").write_text("raise RuntimeError('half a deployment')\n")
    mark = server.mark
    server.signal(signal.SIGHUP)
    server.wait_line("half a deployment", start=mark)
    wait_until(lambda: server.worker_pids() == before, what="the old workers alone")
    assert get(server, "/").body == b"old"

    version_app(tmp_path, b"mended")
    server.signal(signal.SIGHUP)
    wait_until(lambda: get(server, "/").body == b"mended", timeout=20, what="the mended code")


def test_reload_option_follows_changes_of_the_source(krait, tmp_path):
    version_app(tmp_path, b"first")
    server = krait(tmp_path, "--workers", "1", "--reload")
    assert get(server, "/").body == b"first"
    version_app(tmp_path, b"second, changed")
    wait_until(lambda: get(server, "/").body == b"second, changed", timeout=20, what="a reload")
    (tmp_path / "app.py").write_text("this is no Python\n")
    server.wait_line("SyntaxError")
    assert get(server, "/").body == b"second, changed"
    version_app(tmp_path, b"third")
    wait_until(lambda: get(server, "/").body == b"third", timeout=20, what="a reload")


def test_killed_server_leaves_no_worker(krait, tmp_path):
    server = krait(PROBE, "--workers", "3")
    workers = server.worker_pids()
    assert len(workers) == 3
    with raw(server) as stuck:
        stuck.sendall(b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_until((tmp_path / "hang.entered").exists, what="the request")
        server.signal(signal.SIGKILL)
        server.wait()
    wait_until(lambda: not any(map(alive, workers)), timeout=5, what="the end of the workers")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGQUIT])
def test_signal_to_the_group_before_a_worker_can_ignore_it_costs_nothing(krait, tmp_path, number):
    # An interpreter that gets the signal in its first moment, the first time that it is started.
    struck = tmp_path / "struck"
    python = tmp_path / "python3"
    python.write_text(
        "#!/bin/sh\n"
        f"[ $# -gt 1 ] || [ -e {struck} ] || {{ : > {struck}; kill -{int(number)} $$; }}\n"
        f'exec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)
    server = krait(PROBE, "--workers", "1", python=python)
    assert struck.exists()
    assert get(server, "/").status == 200
    assert f"killed by {number.name} before it could leave that to the server" in server.output


def test_application_that_always_dies_does_not_take_the_server_down(krait, tmp_path):
    (tmp_path / "app.py").write_text(
        "import os\n"
        "def app(environ, start_response):\n"
        "    os.abort()\n"
    )  # fmt: skip
    server = krait(tmp_path, "--workers", "1")
    for _ in range(3):
        assert post(server, "/").status in (502, 503)
    assert alive(server.pid)


def test_application_that_no_longer_loads_is_given_up_with_a_word(krait, tmp_path):
    version_app(tmp_path, b"works")
    server = krait(tmp_path, "--workers", "1")
    assert get(server, "/").body == b"works"
    (tmp_path / "app.py").write_text("raise RuntimeError('the disk is gone')\n")
    (worker,) = server.worker_pids()
    os.kill(worker, signal.SIGKILL)
    server.wait_line("the disk is gone", timeout=30)
    server.wait_line("gives? up|given up|no longer|stops trying", timeout=30)
    if alive(server.pid):
        assert get(server, "/").status in (502, 503)
        version_app(tmp_path, b"works again")
        server.signal(signal.SIGHUP)
        wait_until(lambda: get(server, "/").body == b"works again", timeout=20, what="new workers")


def test_many_reloads_at_once_end_well(krait):
    server = krait(PROBE, "--workers", "2")
    before = set(server.worker_pids())
    with KeptAlive(server) as load:
        for _ in range(5):
            server.signal(signal.SIGHUP)
        wait_until(
            lambda: len(pids := set(server.worker_pids())) == 2 and not pids & before,
            timeout=30,
            what="two new workers alone",
        )
        load.wait_more()
    assert set(load.safe) | set(load.unsafe.values()) == {200}
    assert server.terminate() == 0


def test_request_timeout_ends_only_that_request(krait, gate):
    server = krait(PROBE, "--workers", "1", "--threads", "2", "--request-timeout", "1s")
    (worker,) = server.worker_pids()
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        while not late.done():
            assert get(server, "/pid").text == str(worker)
    assert late.result().status == 504
    for _ in range(4):
        assert get(server, "/pid").text == str(worker)


def test_request_timeout_wakes_a_sleeping_worker(krait):
    server = krait(PROBE, "--workers", "1", "--request-timeout", "1s")
    (worker,) = server.worker_pids()
    assert get(server, "/sleep").status == 504
    assert get(server, "/pid", timeout=5).text == str(worker)


@pytest.mark.slow
def test_worker_that_no_timeout_can_end_is_replaced(krait):
    server = krait(PROBE, "--workers", "1", "--request-timeout", "1s")
    (worker,) = server.worker_pids()
    assert get(server, "/hang").status == 504
    server.wait_line("in hang")  # its stack
    wait_until(lambda: not alive(worker), timeout=20, what="the end of the hanging worker")
    assert get(server, "/").status == 200


def test_full_queue_is_503_with_retry_after(krait, gate):
    server = krait(PROBE, "--workers", "1", "--loops", "1", "--queue-depth-max", "3")
    with ThreadPoolExecutor(20) as pool:
        first = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        others = [pool.submit(get, server, "/") for _ in range(15)]
        wait_until(lambda: sum(other.done() for other in others) >= 10, what="refusals")
        refusals = [other.result() for other in others if other.done()]
        assert {answer.status for answer in refusals} == {503}
        assert all(int(answer.headers["Retry-After"]) >= 0 for answer in refusals)
        gate().open()
        assert first.result().status == 200
        assert sorted({other.result().status for other in others}) == [200, 503]


def test_wait_in_the_queue_is_bounded_in_time(krait, gate):
    server = krait(PROBE, "--workers", "1", "--queue-wait-max", "500ms")
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        answer = get(server, "/")
        assert answer.status == 503
        assert "Retry-After" in answer.headers
        gate().open()
        assert first.result().status == 200


def test_idle_lane_is_found_while_another_is_busy(krait, gate):
    server = krait(PROBE, "--workers", "2")
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        for _ in range(30):
            assert get(server, "/", timeout=5).status == 200
        gate().open()
        assert first.result().status == 200


def test_worker_that_holds_the_interpreters_lock_shows_its_stacks(krait):
    server = krait(PROBE, "--workers", "1", "--request-timeout", "1s")
    assert get(server, "/lock").status == 504
    server.wait_line("does not answer: its stacks follow", timeout=30)
    server.wait_line(r"probe\.py.* in lock", timeout=10)
    wait_until(lambda: get(server, "/").status == 200, timeout=20, what="a new worker")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_check_has_not_passed_and_leaves_nobody(tmp_path, number):
    begun = tmp_path / "begun"
    (tmp_path / "app.py").write_text(
        f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\ntime.sleep(60)\n"
    )
    check = subprocess.Popen(
        [KRAIT, "check", tmp_path, "--python", sys.executable],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environment(),
        start_new_session=True,
    )
    try:
        wait_until(begun.exists, timeout=30, what="the application")
        check.send_signal(number)
        output = check.communicate(timeout=20)[0].decode()
        assert check.returncode == 128 + number, output
        assert "passed" not in output
        wait_until(lambda: not session_of(check.pid), what="the end of all")
    finally:
        check.kill()
        check.communicate()
