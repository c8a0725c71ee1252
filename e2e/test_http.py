"""HTTP/1.1 at the edge: what is refused, what is kept alive, what order answers have."""

import contextlib
import threading

import pytest

from client import connect, exchange, get, post, raw, read_until, status_of, until_closed
from serving import PROBE

HOST = b"Host: x\r\n"
GET = b"GET /count?id=%d HTTP/1.1\r\n"

MALFORMED = {
    "garbage": (b"GARBAGE\r\n\r\n", 400),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
    "length and chunked": (
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"0\r\n\r\n",
        400,
    ),
    "two lengths": (
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        400,
    ),
    "length of letters": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n", 400),
    "length below zero": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
    "length with a sign": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na", 400),
    "length that overflows": (
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        (400, 413),
    ),
    "unknown coding": (
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        501,
    ),
    "chunked twice": (
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "chunked in HTTP/1.0": (
        b"POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "bare line feeds": (b"GET / HTTP/1.1\nHost: x\n\n", 400),
    "folded header": (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n 2\r\n\r\n", 400),
    "space before the colon": (b"GET / HTTP/1.1\r\nHost: x\r\nX-A : 1\r\n\r\n", 400),
    "header without a name": (b"GET / HTTP/1.1\r\nHost: x\r\n: 1\r\n\r\n", 400),
    "header without a colon": (b"GET / HTTP/1.1\r\nHost: x\r\nX-A\r\n\r\n", 400),
    "NUL in a header": (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n", 400),
    "bare CR in a header": (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: a\rb\r\n\r\n", 400),
    "method of other characters": (b"GE(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "two spaces": (b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "control character in the target": (b"GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "target without a slash": (b"GET environ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "another host in the target": (b"GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "HTTP/2.0 as text": (b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505),
    "no version": (b"GET /\r\nHost: x\r\n\r\n", 400),
    "long target": (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
    "large headers": (
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-A: " + b"a" * 40_000 + b"\r\n\r\n",
        431,
    ),
    "many headers": (
        b"GET / HTTP/1.1\r\nHost: x\r\n"
        + b"".join(b"X-%d: 1\r\n" % n for n in range(101))
        + b"\r\n",
        431,
    ),
}


@pytest.fixture(scope="module")
def counted(probe):
    """Ids of the requests that reached the application."""
    file = probe.folder / "counted"
    return lambda: file.read_text().split() if file.exists() else []


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_request_is_refused_and_closed_and_reaches_nobody(probe, counted, case):
    data, status = MALFORMED[case]
    before = counted()
    data = data.replace(b" / ", b" /count?id=malformed ")
    # What follows a malformed request on its connection is not a request.
    smuggled = b"GET /count?id=smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = exchange(probe, data + smuggled)
    assert status_of(answer) in (status if isinstance(status, tuple) else (status,)), answer
    assert answer.count(b"HTTP/1.1 ") == 1, answer
    assert b"connection: close" in answer.lower()
    assert counted() == before
    assert get(probe, "/").status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"xyz\r\nabc\r\n0\r\n\r\n",
        b"3\r\nabcd\r\n0\r\n\r\n",
        b"-3\r\nabc\r\n0\r\n\r\n",
        b"0x3\r\nabc\r\n0\r\n\r\n",
        b"3\nabc\n0\n\n",
        b"fffffffffffffffff\r\nabc\r\n0\r\n\r\n",
        b"3 \r\nabc\r\n0\r\n\r\n",
    ],
)
def test_malformed_chunk_is_refused_and_closed(probe, body):
    head = b"POST /sink HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = exchange(probe, head + body)
    assert status_of(answer) == 400, answer
    assert get(probe, "/").status == 200


def test_chunk_extensions_and_trailers_are_read_over(probe):
    answer = exchange(
        probe,
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        b'3;name=value;q="x"\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n',
    )
    assert status_of(answer) == 200
    assert b"abc" in answer.partition(b"\r\n\r\n")[2]


def test_connection_is_kept_alive(probe):
    with connect(probe) as connection:
        get(probe, "/", connection=connection)
        sock = connection.sock
        for _ in range(5):
            assert get(probe, "/", connection=connection).status == 200
        assert connection.sock is sock


def test_connection_close_is_honoured(probe):
    answer = exchange(probe, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert status_of(answer) == 200
    assert b"connection: close" in answer.lower()


def test_http_1_0_is_closed_unless_kept_alive(probe):
    answer = exchange(probe, b"GET /source?bytes=70000 HTTP/1.0\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert status_of(answer) == 200
    assert b"transfer-encoding" not in head.lower()
    assert len(body) == 70_000
    with raw(probe) as sock:
        for _ in range(2):
            sock.sendall(b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            head = read_until(sock, b"Hello, World!\n")
            assert b"connection: keep-alive" in head.lower()


def test_pipelined_requests_are_answered_in_order(krait, gate, tmp_path):
    server = krait(PROBE, "--workers", "2")
    with raw(server) as sock:
        sock.sendall(
            b"GET /at-gate?name=gate HTTP/1.1\r\nHost: x\r\n\r\n"
            + b"".join(GET % n + HOST + b"\r\n" for n in range(20))
            + b"GET /no-such-path HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        gate().wait_entered()
        gate().open()
        answers = until_closed(sock).split(b"HTTP/1.1 ")[1:]
    assert [answer[:3] for answer in answers] == [b"200"] * 21 + [b"404"]
    assert (tmp_path / "counted").read_text().split() == [str(n) for n in range(20)]


def test_request_split_at_every_byte_is_one_request(probe):
    head = b"POST /sink HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    data = head + b"5\r\nhello\r\n0\r\n\r\n"
    with raw(probe) as sock:
        for _ in range(2):
            for n in range(len(data)):
                sock.send(data[n : n + 1])
            assert b"5 aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d" in read_until(sock, b"9434d")


def test_100_continue_comes_before_the_body_is_sent(probe):
    with raw(probe) as sock:
        sock.sendall(
            b"POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
        )
        assert read_until(sock, b"\r\n\r\n").startswith(b"HTTP/1.1 100 ")
        sock.sendall(b"abc")
        assert status_of(read_until(sock, b"d0d89d")) == 200


def test_options_asterisk_is_answered(probe):
    answer = exchange(probe, b"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert status_of(answer) in (200, 204, 404)
    assert get(probe, "/").status == 200


def test_absolute_target_is_taken(probe):
    answer = exchange(probe, b"GET http://x/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert status_of(answer) == 200


def test_own_methods_reach_the_application(probe):
    answer = exchange(probe, b"PROPFIND /environ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert b'"REQUEST_METHOD": "PROPFIND"' in answer


def test_limits_are_enforced_and_configurable(krait, tmp_path):
    server = krait(
        PROBE, "--workers", "1", "--body-bytes-max", "1000", "--header-timeout", "1s",
        "--body-idle-timeout", "1s", "--keep-alive-timeout", "1s", "--headers-max", "5",
        "--target-bytes-max", "100", "--header-bytes-max", "500",

    )  # fmt: skip
    assert post(server, "/sink", b"x" * 1000).status == 200
    declared = b"POST /count?id=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n"
    assert status_of(exchange(server, declared + b"x" * 1001)) == 413
    unknown = b"POST /sink HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert status_of(exchange(server, unknown + b"400\r\n" + b"x" * 1024 + b"\r\n0\r\n\r\n")) == 413
    assert (
        status_of(exchange(server, b"GET /" + b"a" * 100 + b" HTTP/1.1\r\nHost: x\r\n\r\n")) == 414
    )
    many = b"".join(b"X-%d: 1\r\n" % n for n in range(5))
    assert status_of(exchange(server, b"GET / HTTP/1.1\r\nHost: x\r\n" + many + b"\r\n")) == 431
    large = b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 500 + b"\r\n\r\n"
    assert status_of(exchange(server, large)) == 431
    assert not (tmp_path / "counted").exists()

    # Each of these waits for its timeout; side by side they take one second together.
    late = {
        "head": b"GET / HTTP/1.1\r\nHos",
        "body": b"POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
        "idle": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "silent": b"",
    }
    answers = {}

    def wait_for_the_end(name):
        answers[name] = exchange_slowly(server, late[name])

    threads = [threading.Thread(target=wait_for_the_end, args=(name,)) for name in late]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert status_of(answers["head"]) == 408
    assert status_of(answers["body"]) == 408
    assert answers["idle"].count(b"HTTP/1.1 ") == 1 and status_of(answers["idle"]) == 200
    assert answers["silent"] == b""
    assert get(server, "/").status == 200


def exchange_slowly(server, data):
    with raw(server) as sock:
        sock.sendall(data)
        return until_closed(sock)


def test_trickling_client_holds_nobody_up(krait):
    """One lane, and a client that sends its head and its small body byte by byte."""
    server = krait(PROBE, "--workers", "1")
    data = b"POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
    with raw(server) as sock:
        for n in range(len(data)):
            sock.send(data[n : n + 1])
            if n % 10 == 0:
                assert get(server, "/").status == 200
        assert b"5 aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d" in read_until(sock, b"9434d")


def test_client_that_does_not_read_holds_up_only_its_own_lane(krait, tmp_path):
    server = krait(PROBE, "--workers", "2")
    with raw(server) as sock:
        sock.sendall(b"GET /source?bytes=50000000&name=slow HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(sock, b"\r\n\r\n")
        for _ in range(20):
            assert get(server, "/", timeout=5).status == 200
        assert not (tmp_path / "slow.closed").exists()


def test_clients_that_vanish_leave_the_server_well(probe):
    for data in (
        b"",
        b"GET / HT",
        b"POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + b"x" * 70_000,
        b"GET /source?bytes=10000000 HTTP/1.1\r\nHost: x\r\n\r\n",
    ):
        for _ in range(10):
            with raw(probe) as sock, contextlib.suppress(OSError):
                sock.sendall(data)
    for _ in range(10):
        assert get(probe, "/").status == 200
