"""HTTP clients: the library's, over TCP and Unix sockets, and raw bytes."""

import http.client
import json
import socket
from contextlib import contextmanager, suppress

TIMEOUT_S = 20


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


@contextmanager
def connect(server, timeout=TIMEOUT_S):
    """A keep-alive connection of http.client."""
    if server.path:
        connection = UnixConnection(server.path, timeout)
    else:
        connection = http.client.HTTPConnection(server.host, server.port, timeout=timeout)
    try:
        yield connection
    finally:
        connection.close()


class Answer:
    """A response, read whole."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


def request(server, method, path, body=None, headers=None, connection=None, timeout=TIMEOUT_S):
    """One request, on a connection of its own unless one is given."""
    if connection is None:
        with connect(server, timeout) as connection:
            return request(server, method, path, body, headers, connection)
    connection.request(method, path, body, headers or {})
    return Answer(connection.getresponse())


def get(server, path, **options):
    return request(server, "GET", path, **options)


def post(server, path, body=b"", **options):
    return request(server, "POST", path, body, **options)


@contextmanager
def raw(server, timeout=TIMEOUT_S):
    """A plain socket."""
    if server.path:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.settimeout(timeout)
        sock.connect(server.path)
    else:
        sock = socket.create_connection((server.host, server.port), timeout=timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with sock:
        yield sock


def until_closed(sock):
    """Everything up to the end of the connection. A reset after data is an end too."""
    received = bytearray()
    try:
        while piece := sock.recv(65536):
            received += piece
    except ConnectionResetError:
        if not received:
            raise
    return bytes(received)


def read_until(sock, ending):
    received = bytearray()
    while ending not in received:
        piece = sock.recv(65536)
        if not piece:
            raise AssertionError(f"closed before {ending!r}: {bytes(received)!r}")
        received += piece
    return bytes(received)


def exchange(server, data):
    """Sends bytes, and reads to the end of the connection."""
    with raw(server) as sock:
        # Refused before all was sent: the answer is there all the same.
        with suppress(BrokenPipeError, ConnectionResetError):
            sock.sendall(data)
        return until_closed(sock)


def status_of(data):
    """The status of the first response in `data`."""
    line = data.split(b"\r\n", 1)[0].split(b" ")
    assert line[0] in (b"HTTP/1.1", b"HTTP/1.0"), data[:200]
    return int(line[1])
