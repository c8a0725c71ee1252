"""PEP 3333, in a real worker process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from server import Message, Server, request

SOURCE = (Path(__file__).parent / "wsgi_paths.py").read_text(encoding="utf-8")
DATA = bytes(range(200)) * 2


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(SOURCE) as server:
        yield server
        assert server.stop()[0] == 0, "the worker ended in good order after all this"


def messages(server: Server, path: str, **how: Any) -> list[Message]:
    """All messages of a request that needs no credit."""
    server.lane.send(request(1, "/" + path, **how))
    found = [server.lane.next()]
    while found[-1][0] not in (20, 23, 25, 26):
        found.append(server.lane.next())
    assert all(message[1] == 1 for message in found)
    return found


def kinds(found: list[Message]) -> list[int]:
    return [message[0] for message in found]


def error(server: Server, path: str, **how: Any) -> str:
    """Text of the ERROR that is the only message."""
    (message,) = messages(server, path, **how)
    assert message[0] == 26, message
    text: str = message[2]
    assert "krait/_worker" not in text, "the worker's own frames are left out"
    return text


def forget_log(server: Server) -> None:
    """Discard what earlier tests had logged."""
    server.get("/hello")
    while not server.control.quiet(0):
        server.log()


def closed(server: Server) -> str:
    return server.get("/closed")[2].decode()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("hello", [20]),
        ("tuple", [20]),
        ("joined", [20]),
        ("generator", [21, 22, 23]),
        ("generator_known", [20]),
        ("late_start", [21, 23]),
        ("own_iterable", [21, 22, 23]),
        ("list_in_iterable", [20]),
        ("write", [21, 22, 22, 23]),
        ("write_all", [21, 23]),
        ("write_known", [21, 23]),
    ],
)
def test_a_small_answer(server: Server, path: str, expected: list[int]) -> None:
    found = messages(server, path)
    assert kinds(found) == expected
    assert found[0][2] == "200 OK"
    assert found[0][3][0] == ("Content-Type", "text/plain")
    bodies = [message[-1] for message in found if message[0] != 23]
    assert b"".join(bodies) == b"hello"
    assert all(bodies), "no empty pieces"


VALIDATED = (
    "hello joined empty_list generator generator_known own_iterable list_in_iterable write "
    "write_all write_known large large_list many_pieces replaced first_with_exc_info errors "
    "generator_empty"
)


@pytest.mark.parametrize("path", VALIDATED.split())
def test_the_validator_finds_nothing(server: Server, path: str) -> None:
    if path == "empty_list":  # the validator wants a Content-Type but with 204
        assert messages(server, "validated/empty_list")[0][2] == "204 No Content"
        return
    if path in ("replaced", "first_with_exc_info"):
        text = error(server, "validated/" + path)
        assert "No Content-Type header found" in text
        return
    plain = server.get("/" + path)
    assert server.get("/validated/" + path) == plain


@pytest.mark.parametrize(
    ("path", "body"), [("echo", b""), ("echo", b"x" * 10), ("echo", None), ("lines", None)]
)
def test_the_validator_finds_nothing_about_input(
    server: Server, path: str, body: bytes | None
) -> None:
    # The validator refuses read() without a size, so its own wrapper is asked line by line.
    server.lane.send(request(1, "/validated/lines", method="POST", body=body))
    if body is None:
        server.lane.send((3, 1, b"one\ntw", False), (3, 1, b"o", True))
        assert server.lane.answer(1)[2] == b"[b'one\\n', b'two']"
    else:
        assert server.lane.answer(1)[2] == repr([body] if body else []).encode()


def test_the_validator_finds_nothing_about_files(server: Server) -> None:
    assert server.get("/validated/file", query="plain,10,,64")[2] == DATA[10:]


def test_each_piece_is_sent_before_the_next_is_made() -> None:
    source = """
import sys
def app(environ, start_response):
    start_response("200 OK", [])
    for number in range(3):
        yield b"%d" % number
        with open(environ["QUERY_STRING"]) as step:
            step.read()
"""
    with Server(source) as server:
        step = str(server.folder / "step")
        os.mkfifo(step)
        server.lane.send(request(1, query=step))
        for number in range(3):
            message = server.lane.next()
            assert message[0] == (22 if number else 21)
            assert message[-1] == b"%d" % number
            with open(step, "w"):
                pass
        assert server.lane.next() == (23, 1)


def test_held_answers_are_sent_before_an_unsafe_request_begins() -> None:
    source = """
def app(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        with open(environ["QUERY_STRING"]) as step:
            step.read()
    start_response("200 OK", [])
    return [environ["REQUEST_METHOD"].encode()]
"""
    with Server(source) as server:
        step = str(server.folder / "step")
        os.mkfifo(step)
        server.lane.send(request(1), request(2), request(3, method="POST", query=step), request(4))
        assert server.lane.answer(1)[2] == b"GET"
        assert server.lane.answer(2)[2] == b"GET"
        with open(step, "w"):
            pass
        assert server.lane.answer(3)[2] == b"POST"
        assert server.lane.answer(4)[2] == b"GET"


def test_an_empty_answer_is_one_message(server: Server) -> None:
    for path in ("empty_list", "generator_empty"):
        (message,) = messages(server, path)
        assert message[0] == 20
        assert message[4] == b""


@pytest.mark.parametrize("path", ["large", "large_list", "many_pieces"])
def test_a_large_answer_comes_whole(server: Server, path: str) -> None:
    body = server.get("/" + path)[2]
    expected = {"large": bytes(range(256)) * 4000, "large_list": b"x" * 10**6}
    assert body == expected.get(path, b"x" * 1000)


def test_pieces_respect_chunk_bytes_and_credit(server: Server) -> None:
    server.lane.send(request(1, "/large"))
    sent = 0
    while sent < 262144:
        message = server.lane.next()
        assert message[0] in (21, 22)
        assert 0 < len(message[-1]) <= 65536
        sent += len(message[-1])
    assert sent == 262144
    assert server.lane.quiet(0.05)
    server.lane.send((4, 1, 10))
    assert len(server.lane.next()[2]) == 10
    assert server.lane.quiet(0.05)
    server.lane.send((4, 1, 10**6))
    while server.lane.next()[0] != 23:
        pass


def test_start_response_again_with_exc_info_replaces_the_head(server: Server) -> None:
    for path in ("replaced", "first_with_exc_info"):
        assert messages(server, path) == [(20, 1, "500 Oops", [("X-A", "b")], b"oops")]


def test_start_response_again_after_the_head_raises_the_error(server: Server) -> None:
    found = messages(server, "replaced_late")
    assert kinds(found) == [21, 26]
    assert found[1][2].rstrip().endswith("ValueError: first")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("twice", "second time without exc_info"),
        ("never", "did not call start_response"),
        ("never_generator", "did not call start_response"),
        ("never_empty", "did not call start_response"),
        ("write_text", "write() takes bytes, not str"),
        ("write_too_much", "Content-Length leaves 3"),
        ("raises", "KeyError: 'größe\\udc80'"),
        ("raises_before_first", "before the first piece"),
        ("exits", "SystemExit: 5"),
        ("out_of_memory", "MemoryError"),
        ("recursion", "RecursionError"),
        ("keyboard", "KeyboardInterrupt"),
    ],
)
def test_a_mistake_is_told(server: Server, path: str, told: str) -> None:
    assert told in error(server, path)


@pytest.mark.parametrize(
    ("path", "result", "told"),
    [
        ("returns", "None", "returned NoneType, not an iterable"),
        ("returns", "5", "returned int, not an iterable"),
        ("returns", "'text'", "returned str, not an iterable of bytes: return [text.encode()]"),
        ("returns", "b'bytes'", "returned bytes, not an iterable of bytes: return a list"),
        ("returns", "['text']", "gave str, not bytes: 'text'"),
        ("returns", "[b'x', 5]", "gave int, not bytes: 5"),
        ("returns", "[bytearray(b'x')]", "gave bytearray, not bytes"),
        ("yields", "'text'", "gave str, not bytes: 'text'"),
        ("head", "200, []", "must be a str"),
        ("head", "'200 OK', [('A', 'b\\r\\nC: d')]", "control character"),
        ("head", "'200 OK', {}", "must be a list"),
        ("head", "'200 OK', [['A', 'b']]", "must be a tuple"),
        ("head", "'200 OK', [('A', [])]", "must be str"),
        ("head", "['200 OK'], []", "must be a str"),
    ],
)
def test_a_wrong_result_is_told(server: Server, path: str, result: str, told: str) -> None:
    found = messages(server, path, query=result)
    assert kinds(found) in ([26], [21, 26])
    assert told in found[-1][2]


def test_a_traceback_holds_the_application_alone(server: Server) -> None:
    text = error(server, "raises")
    assert text.startswith("Traceback (most recent call last):\n  File ")
    assert "webapp.py" in text.splitlines()[1]
    assert text.count("  File ") == 3
    text = error(server, "head", query="'200 OK', [('A', 'b\\0')]")
    assert text.count("  File ") == 2, "the frame of start_response itself is left out"


def test_an_error_behind_the_head_cuts_the_answer(server: Server) -> None:
    found = messages(server, "raises_late")
    assert kinds(found) == [21, 26]
    assert "ValueError: late" in found[1][2]


def test_an_error_in_close_is_logged(server: Server) -> None:
    forget_log(server)
    assert kinds(messages(server, "raises_in_close")) == [21, 23]
    level, text, request_id = server.log()
    assert (level, request_id) == ("error", "r1")
    assert text.rstrip().endswith("ValueError: in close")


def test_the_application_goes_on_behind_its_last_piece(server: Server) -> None:
    forget_log(server)
    assert kinds(messages(server, "generator_known")) == [20]
    assert server.log() == ("warning", "after the last piece", "r1")


def test_close_is_always_called(server: Server) -> None:
    closed(server)
    for path in ("own_iterable", "list_in_iterable", "raises_late", "raises_before_first"):
        messages(server, path)
    assert closed(server) == "[(b'he', b'llo'), 'list', (b'he',), ()]"


def test_content_length_bounds_the_answer(server: Server) -> None:
    forget_log(server)
    found = messages(server, "too_much")
    assert kinds(found) == [21, 22, 23]
    assert found[0][4] + found[1][2] == b"hello"
    assert "more bytes than its Content-Length" in server.log()[1]
    assert messages(server, "too_much_at_once")[0][4] == b"hello"
    assert "more bytes than its Content-Length" in server.log()[1]


def test_too_few_bytes_cut_the_answer(server: Server) -> None:
    found = messages(server, "too_little")
    assert kinds(found) == [21, 26]
    assert "2 bytes short of its Content-Length" in found[1][2]


def test_str_and_tuple_subclasses_are_sent_as_text(server: Server) -> None:
    found = messages(server, "text_types")
    assert found == [(20, 1, "200 OK", [("X-Known", "value")], b"hello")]


def test_a_list_of_headers_that_the_application_uses_again_is_not_shared(server: Server) -> None:
    server.lane.send(*[request(id, "/shared_list", query=str(id)) for id in (1, 2, 3)])
    for id in (1, 2, 3):
        assert server.lane.next()[3] == [("X-Path", str(id))]


def test_environ(server: Server) -> None:
    block = {"HTTP_X_A": "\xe9"}
    shown = eval(server.get("/environ", query="a=%20", block=block, request_id="R")[2])
    for key, value in {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/environ",
        "QUERY_STRING": "a=%20",
        "REQUEST_URI": "/environ?a=%20",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_X_A": "\xe9",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.input_terminated": True,
        "krait.request_id": "R",
    }.items():
        assert shown[key] == value
    assert "HTTP_X_SPOILT" not in shown


def test_an_environ_is_not_shared_between_requests(server: Server) -> None:
    for _ in range(3):
        assert "HTTP_X_SPOILT" in server.get("/environ", query="spoil")[2].decode()
        assert "HTTP_X_SPOILT" not in server.get("/environ")[2].decode()


def test_more_blocks_than_are_remembered(server: Server) -> None:
    for number in range(3000):
        block = {"REMOTE_PORT": str(number)}
        server.lane.send(*[request(id, "/environ", block=block) for id in (1, 2)])
        for _ in range(2):
            assert f"'REMOTE_PORT': '{number}'".encode() in server.lane.next()[4]


def test_a_body_within_the_request(server: Server) -> None:
    assert server.get("/echo", method="POST", body=b"data")[2] == b"data"
    assert server.get("/echo", method="POST", body=b"")[2] == b""
    assert server.get("/lines", body=b"a\nb")[2] == b"[b'a\\n', b'b']"


def test_a_body_in_pieces(server: Server) -> None:
    server.lane.send(request(1, "/echo_streamed", method="POST", body=None))
    server.lane.send((3, 1, b"x" * 9000, False))
    server.lane.send((3, 1, b"y" * 2000, False))
    assert server.lane.next()[4] == b"x" * 9000 + b"y" * 1000
    server.lane.send((3, 1, b"", True))
    assert server.lane.next() == (22, 1, b"y" * 1000)
    assert server.lane.next() == (23, 1)


def test_requests_that_arrive_while_a_body_is_awaited_run_after_it(server: Server) -> None:
    server.lane.send(request(1, "/echo", body=None), request(2, "/echo", body=None))
    server.lane.send(request(3, "/echo", body=b"three"), (3, 2, b"two", True))
    assert server.lane.quiet(0.05)
    server.lane.send((3, 1, b"one", True))
    assert [server.lane.next()[4] for _ in range(3)] == [b"one", b"two", b"three"]


def test_finished_answers_do_not_wait_for_a_body(server: Server) -> None:
    server.lane.send(request(1, "/hello"), request(2, "/echo", body=None))
    assert server.lane.next()[1] == 1
    server.lane.send((3, 2, b"two", True))
    assert server.lane.next()[4] == b"two"


def test_an_unread_body_may_still_arrive(server: Server) -> None:
    server.lane.send(request(1, "/unread", body=None), (3, 1, b"abc", False))
    assert server.lane.next()[4] == b"a"
    server.lane.send((3, 1, b"def", False), (4, 1, 5), (5, 1))
    server.lane.send(request(1, "/echo", body=None), (3, 1, b"fresh", True))
    assert server.lane.next()[4] == b"fresh"


def test_input_ends_with_its_request(server: Server) -> None:
    server.lane.send(request(1, "/keep_input", body=None), (3, 1, b"abc", False))
    assert server.lane.next()[4] == b"a"
    assert "after the end of its request" in error(server, "keep_input", query="again")


def test_input_ends_with_the_last_piece_of_the_answer(server: Server) -> None:
    forget_log(server)
    server.lane.send(request(1, "/reads_behind_the_end", body=None), request(2, "/hello"))
    assert server.lane.next()[:2] == (20, 1)
    assert server.lane.next()[:2] == (20, 2)
    assert "after the end of its request" in server.log()[1]


def test_errors_are_log_records(server: Server) -> None:
    forget_log(server)
    server.get("/errors", request_id="R7")
    expected = ["one 2 drei\\udc80", "half line", "two", "three", "rest"]
    assert [server.log() for _ in expected] == [("warning", text, "R7") for text in expected]


def test_abort_of_a_request_that_waits(server: Server) -> None:
    server.lane.send(request(1, "/echo", body=None), request(2, "/hello"), (5, 2))
    server.lane.send((3, 1, b"one", True))
    assert server.lane.next()[4] == b"one"
    found = server.lane.next()
    assert found[:2] == (26, 2)
    assert "before the request began" in found[2]


def test_abort_ends_the_wait_for_the_body(server: Server) -> None:
    server.lane.send(request(1, "/echo", body=None))
    server.lane.send((5, 1))
    found = server.lane.next()
    assert found[:2] == (26, 1)
    assert "went away before the request body" in found[2]


def test_abort_ends_the_wait_for_credit_and_closes(server: Server) -> None:
    closed(server)
    server.lane.send(
        request(1, "/returns", query="Body(*[b'x' * 60000] * 100, error=ValueError('too late'))")
    )
    sent = 0
    while sent < 262144:
        sent += len(server.lane.next()[-1])
    server.lane.send((5, 1))
    assert server.lane.next() == (23, 1)
    assert closed(server).startswith("[(b'xxx")


def test_abort_ends_an_endless_answer(server: Server) -> None:
    server.lane.send(request(1, "/returns", query="iter(lambda: b'x', None)"))
    assert server.lane.next()[0] == 21
    server.lane.send((5, 1))
    message = server.lane.next()
    while message[0] == 22:
        message = server.lane.next()
    assert message == (23, 1)


def file_query(kind: str, offset: int = 0, length: str = "", size: int = 64) -> str:
    return f"{kind},{offset},{length},{size}"


@pytest.mark.parametrize("kind", ["plain", "raw", "named"])
@pytest.mark.parametrize(
    ("offset", "length", "count"),
    [(0, "", 400), (100, "", 300), (100, "50", 50), (0, "400", 400), (400, "", 0), (500, "", 0)],
)
def test_a_file_is_handed_to_the_server(
    server: Server, kind: str, offset: int, length: str, count: int
) -> None:
    server.lane.send(request(1, "/file", query=file_query(kind, offset, length)))
    message = server.lane.next()
    assert message[:3] == (25, 1, "200 OK")
    fd, at, size = message[4:]
    assert (at, size) == (offset, count)
    with open(f"/proc/{server.process.pid}/fd/{fd}", "rb") as opened:
        opened.seek(at)
        assert opened.read(size) == DATA[offset : offset + count]
    server.lane.send((6, 1, True))
    assert server.get("/hello")[2] == b"hello"
    assert not os.path.exists(f"/proc/{server.process.pid}/fd/{fd}"), "the file was closed"


def test_a_file_that_the_server_could_not_take_is_streamed(server: Server) -> None:
    server.lane.send(request(1, "/file", query=file_query("plain", 100)))
    assert server.lane.next()[0] == 25
    server.lane.send((6, 1, False))
    assert server.lane.answer(1)[2] == DATA[100:]


@pytest.mark.parametrize("kind", ["memory", "gzip", "pipe"])
def test_what_is_no_plain_file_is_streamed(server: Server, kind: str) -> None:
    assert server.get("/file", query=file_query(kind))[2] == DATA


def test_a_file_whose_size_is_not_known_is_streamed(server: Server) -> None:
    assert server.get("/file", query=file_query("proc"))[2] == Path("/proc/version").read_bytes()


def test_a_file_shorter_than_its_content_length_is_told(server: Server) -> None:
    found = messages(server, "file", query=file_query("plain", 0, "500", 8192))
    assert kinds(found) == [21, 26]
    assert "100 bytes short" in found[1][2]


def test_a_file_with_its_own_blocks_can_be_aborted(server: Server) -> None:
    server.lane.send(request(1, "/file", query=file_query("plain")))
    assert server.lane.next()[0] == 25
    server.lane.send((5, 1), (6, 1, False))
    assert server.lane.next()[0] in (20, 23, 26)
    assert server.get("/hello")[2] == b"hello"
