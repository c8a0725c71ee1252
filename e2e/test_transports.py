"""Every way in which event loops can wait for sockets, over the whole path."""

import hashlib
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from client import connect, exchange, get, post, raw, read_until, until_closed
from serving import PROBE, run
from waiting import wait_until


@pytest.fixture(params=["epoll", "io_uring", "nio"])
def transport(request):
    if request.param == "io_uring":
        code, output = run("check", PROBE, "--transport", "io_uring")
        if code != 0:
            assert "does not offer io_uring" in output and "--transport" in output, output
            pytest.skip("this kernel refuses io_uring")
    return request.param


@pytest.fixture(params=["tcp", "unix"])
def server(krait, transport, tmp_path, request):
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "large").write_bytes(os.urandom(3_000_000))
    bind = "127.0.0.1:0" if request.param == "tcp" else f"unix:{tmp_path / 'krait.sock'}"
    server = krait(
        *(PROBE, "--workers", "2", "--loops", "2", "--transport", transport),
        *("--bind", bind, "--static", f"/assets={assets}"),
    )
    server.assets = assets
    return server


def test_requests_bodies_streams_and_files(server):
    with connect(server) as connection:
        for _ in range(5):
            assert get(server, "/", connection=connection).text == "Hello, World!\n"
        body = os.urandom(2_000_000)
        received = post(server, "/sink", body, connection=connection).text
        assert received == f"2000000 {hashlib.sha1(body).hexdigest()}"
        large = (server.assets / "large").read_bytes()
        assert get(server, "/assets/large", connection=connection).body == large
        path = f"/file?path={server.assets / 'large'}"
        assert get(server, path, connection=connection).body == large
        assert len(get(server, "/source?bytes=5000000", connection=connection).body) == 5_000_000
    answer = exchange(server, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.endswith(b"Hello, World!\n")


def test_many_at_once_and_a_worker_that_dies(server):
    with ThreadPoolExecutor(8) as pool:
        assert {one.status for one in pool.map(lambda _: get(server, "/pid"), range(300))} == {200}
    victim = server.worker_pids()[0]
    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in (now := server.worker_pids()) and len(now) == 2, timeout=20)
    assert get(server, "/").status == 200
    assert server.terminate() == 0


def test_client_that_leaves_is_noticed(server, tmp_path):
    with raw(server) as sock:
        sock.sendall(b"GET /source?bytes=100000000&name=left HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(sock, b"\r\n\r\n")
    wait_until((tmp_path / "left.closed").exists, what="the end of the iterable")


def test_half_closed_client_gets_its_answer(server):
    if server.path:
        pytest.skip("one kind of socket is enough")
    with raw(server) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        sock.shutdown(1)
        assert until_closed(sock).endswith(b"Hello, World!\n")


def test_unknown_transport():
    code, output = run("serve", PROBE, "--transport", "kqueue")
    assert code == 2 and "epoll, io_uring or nio" in output
