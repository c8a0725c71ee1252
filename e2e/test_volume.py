"""Much of everything: a gigabyte each way, ten thousand connections; memory stays flat."""

import resource
import selectors
import socket
import threading
import zlib
from contextlib import ExitStack

import pytest

from client import connect, get, raw, read_until, status_of
from serving import PROBE, resident_mb

GIGABYTE = 1 << 30
PIECE = bytes(range(256)) * 4096
SERVER_GROWTH_MB = 96
WORKER_GROWTH_MB = 24
CONNECTIONS = 10_000
BATCH = 500  # the queue for a lane is bounded
IDLE_GROWTH_MB = 200


class Memory:
    """Samples the resident memory of a server and its workers while the test does something."""

    def __init__(self, server):
        self.server_pid = server.pid
        self.worker_pids = server.worker_pids()
        self.before = self._sample()
        self.most = self.before
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _sample(self):
        return resident_mb(self.server_pid), max(map(resident_mb, self.worker_pids))

    def _run(self):
        while not self._stop.wait(0.05):
            self.most = tuple(map(max, self.most, self._sample()))

    def watch(self, seconds):
        """Lets time pass, in which the memory must not grow."""
        self._stop.wait(seconds)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def assert_flat(self):
        grown = [after - before for after, before in zip(self.most, self.before, strict=True)]
        assert grown[0] < SERVER_GROWTH_MB, f"the server grew by {grown[0]:.0f} MB"
        assert grown[1] < WORKER_GROWTH_MB, f"a worker grew by {grown[1]:.0f} MB"


@pytest.fixture
def server(krait):
    server = krait(PROBE, "--workers", "1")
    for path in ("/source?bytes=20000000", "/"):  # past the first growth of the heap
        get(server, path)
    return server


def pieces(total):
    for _ in range(total // len(PIECE)):
        yield PIECE


def drain(response, total):
    """Reads `total` bytes that repeat PIECE, with little more than a look at each."""
    received, checksum = 0, 0
    buffer = bytearray(len(PIECE))
    view = memoryview(buffer)
    while count := response.readinto(view):
        checksum = zlib.adler32(view[:count], checksum)
        received += count
    assert received == total
    return checksum


@pytest.fixture(scope="module")
def expected():
    checksum = 0
    for piece in pieces(GIGABYTE):
        checksum = zlib.adler32(piece, checksum)
    return checksum


@pytest.mark.slow
def test_gigabyte_download_with_flat_memory(server, expected):
    with Memory(server) as memory, connect(server) as connection:
        connection.request("GET", f"/source?bytes={GIGABYTE}")
        assert drain(connection.getresponse(), GIGABYTE) == expected
    memory.assert_flat()


@pytest.mark.slow
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_gigabyte_upload_with_flat_memory(server, framing):
    headers = {"Content-Length": str(GIGABYTE)} if framing == "length" else {}
    with Memory(server) as memory, connect(server, timeout=60) as connection:
        connection.request("POST", "/sink", pieces(GIGABYTE), headers)
        response = connection.getresponse()
        assert response.status == 200
        assert response.read().split()[0] == str(GIGABYTE).encode()
    memory.assert_flat()


@pytest.mark.slow
def test_gigabyte_echo_with_flat_memory(server, expected):
    """Both ways at once: the client sends while it reads."""
    with Memory(server) as memory, raw(server, timeout=60) as sock:
        head = f"POST /echo HTTP/1.0\r\nContent-Length: {GIGABYTE}\r\n\r\n"
        sock.sendall(head.encode())
        sender = threading.Thread(
            target=lambda: [sock.sendall(piece) for piece in pieces(GIGABYTE)]
        )
        sender.start()
        file = sock.makefile("rb")
        assert status_of(file.readline()) == 200
        while file.readline().strip():
            pass
        assert drain(file, GIGABYTE) == expected
        sender.join()
    memory.assert_flat()


@pytest.mark.slow
def test_client_that_reads_slowly_does_not_fill_the_memory(server):
    """A fifth of a gigabyte waits for a client that takes nothing for two seconds."""
    with Memory(server) as memory, raw(server) as sock:
        sock.sendall(b"GET /source?bytes=200000000 HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(sock, b"\r\n\r\n")
        memory.watch(seconds=2)
    memory.assert_flat()


@pytest.fixture
def many_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + 1000
    if hard != resource.RLIM_INFINITY and hard < wanted:
        pytest.skip(f"the limit of open files is {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.slow
def test_ten_thousand_idle_connections(krait, many_files):
    server = krait(PROBE, "--workers", "1")
    get(server, "/")
    before = resident_mb(server.pid)
    with ExitStack() as sockets:
        idle = [
            sockets.enter_context(socket.create_connection((server.host, server.port), timeout=20))
            for _ in range(CONNECTIONS)
        ]
        # Half of them have had an answer; the others never said a word.
        asked = idle[::2]
        for first in range(0, len(asked), BATCH):
            for sock in asked[first : first + BATCH]:
                sock.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            for sock in asked[first : first + BATCH]:
                assert status_of(read_until(sock, b"World!\n")) == 200
        for _ in range(50):
            assert get(server, "/", timeout=5).status == 200
        grown = resident_mb(server.pid) - before
        assert grown < IDLE_GROWTH_MB, f"{grown:.0f} MB for {CONNECTIONS} idle connections"
        with selectors.DefaultSelector() as selector:
            for sock in idle:
                selector.register(sock, selectors.EVENT_READ)
            assert selector.select(timeout=0) == [], "an idle connection was closed"
    assert get(server, "/").status == 200
    assert server.terminate() == 0
