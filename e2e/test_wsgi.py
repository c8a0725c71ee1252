"""PEP 3333 as an application sees it."""

import hashlib
import re

import pytest

from client import connect, exchange, get, post, raw, read_until, request, status_of, until_closed
from serving import APPS
from waiting import wait_until

BOUNDARY_SIZES = [0, 1, 65_535, 65_536, 65_537, 300_000]


def body_of(size):
    return (b"%07d " % size * (size // 8 + 1))[:size]


def chunked(pieces):
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_hello(probe):
    answer = get(probe, "/")
    assert (answer.status, answer.text) == (200, "Hello, World!\n")
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Content-Length"] == "14"
    assert answer.headers["Date"].endswith(" GMT")
    assert len(answer.headers.get_all("Date")) == 1


def test_environ_has_what_pep_3333_asks_for(probe):
    path = "/environ/%C3%A4%20b?q=%C3%A4&r"
    environ = get(probe, path.replace("/environ/", "/environ?"), headers={"X-Some": "yes"}).json
    assert environ["REQUEST_METHOD"] == "GET"
    assert environ["SCRIPT_NAME"] == ""
    assert environ["PATH_INFO"] == "/environ"
    assert environ["SERVER_PROTOCOL"] == "HTTP/1.1"
    assert environ["SERVER_NAME"]
    assert environ["SERVER_PORT"] == str(probe.port)
    assert environ["HTTP_HOST"] == probe.authority
    assert environ["HTTP_X_SOME"] == "yes"
    assert environ["REMOTE_ADDR"] == "127.0.0.1"
    assert environ["REMOTE_PORT"].isdigit()
    assert environ["wsgi.url_scheme"] == "http"
    assert environ["wsgi.run_once"] is False
    assert "HTTP_CONTENT_LENGTH" not in environ and "HTTP_CONTENT_TYPE" not in environ


def test_path_is_decoded_to_latin_1_and_query_is_not(probe):
    environ = get(probe, "/environ/?q=%C3%A4&r").json
    assert environ["QUERY_STRING"] == "q=%C3%A4&r"
    environ = get(probe, "/%65nviron/%2F?").json
    assert environ["PATH_INFO"] == "/environ//"
    assert environ["QUERY_STRING"] == ""
    answer = exchange(
        probe, b"GET /environ?\xc3\xa4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    assert status_of(answer) in (200, 400)


def test_content_type_and_length_have_their_own_names(probe):
    environ = post(probe, "/environ", b"abc", headers={"Content-Type": "text/x-odd"}).json
    assert environ["CONTENT_TYPE"] == "text/x-odd"
    assert environ["CONTENT_LENGTH"] == "3"


def test_repeated_headers_are_joined_by_commas(probe):
    answer = exchange(
        probe,
        b"GET /environ HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nX-A: 2\r\nConnection: close\r\n\r\n",
    )
    assert re.search(rb'"HTTP_X_A": "1, ?2"', answer)


def test_headers_with_underscores_do_not_pass_for_those_with_hyphens(probe):
    answer = exchange(
        probe,
        b"GET /environ HTTP/1.1\r\nHost: x\r\nX_User: root\r\nX-User: guest\r\n"
        b"Connection: close\r\n\r\n",
    )
    assert b'"HTTP_X_USER": "guest"' in answer


def test_both_set_cookie_headers_arrive(probe):
    answer = get(probe, "/cookies", headers={"Cookie": "x=1; y=2"})
    assert answer.headers.get_all("Set-Cookie") == ["a=1; Path=/", "b=2; Path=/"]
    assert answer.text == "x=1; y=2"


@pytest.mark.parametrize("size", BOUNDARY_SIZES)
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_body_arrives_whole(probe, size, framing):
    body = body_of(size)
    data = iter([body[:10], body[10:]]) if framing == "chunked" else body
    answer = post(probe, "/sink", data)
    assert answer.text == f"{size} {hashlib.sha1(body).hexdigest()}"


@pytest.mark.parametrize("size", BOUNDARY_SIZES)
def test_echo_returns_what_was_sent(probe, size):
    body = body_of(size)
    assert post(probe, "/echo", body).body == body


@pytest.mark.parametrize("size", BOUNDARY_SIZES)
@pytest.mark.parametrize("length", ["&length", ""])
def test_response_leaves_whole(probe, size, length):
    answer = get(probe, f"/source?bytes={size}{length and '&length=1'}")
    assert len(answer.body) == size
    assert ("Content-Length" in answer.headers) or not length


def test_body_is_read_by_line_by_count_and_by_iteration(probe):
    body = b"one\ntwo-rest\nthree\nfour\nfive\nsix"
    for data in (body, iter([body[:6], body[6:]])):
        assert post(probe, "/lines", data).json == {
            "readline": "one\n",
            "read_3": "two",
            "readline_rest": "-rest\n",
            "readlines": ["three\n", "four\n"],
            "iteration": ["five\n", "six"],
            "after_end": "",
        }


def test_unread_body_does_not_disturb_the_next_request(probe):
    with connect(probe) as connection:
        for size in (10, 100_000, 10):
            answer = post(probe, "/unread", b"x" * size, connection=connection)
            assert (answer.status, answer.text) == (200, "not read")
            if answer.headers.get("Connection") == "close":
                connection.close()


def test_write_goes_before_the_returned_pieces(probe):
    assert get(probe, "/write").text == "written and returned"


def test_empty_pieces_do_not_end_a_chunked_response(probe):
    assert get(probe, "/empty-pieces").text == "ab"


def test_start_response_may_come_with_the_first_piece(probe):
    assert get(probe, "/late-start").text == "late"


def test_start_response_with_exc_info_replaces_the_first(probe):
    answer = get(probe, "/exc-info")
    assert (answer.status, answer.text) == (503, "replaced")


def test_pieces_are_sent_as_they_are_yielded(krait, gate, tmp_path):
    server = krait("e2e/apps/probe.py", "--workers", "1")
    with connect(server) as connection:
        connection.request("GET", "/stream?name=gate")
        response = connection.getresponse()
        assert response.readline() == b"first\n"
        assert not (tmp_path / "gate.closed").exists()
        gate().open()
        assert response.readline() == b"second\n"
        assert response.read() == b""
    wait_until((tmp_path / "gate.closed").exists, what="close()")


def test_close_is_called_once_when_the_client_goes_away(krait, gate, tmp_path):
    server = krait("e2e/apps/probe.py", "--workers", "1")
    with raw(server) as sock:
        sock.sendall(b"GET /source?bytes=100000000&name=big HTTP/1.1\r\nHost: x\r\n\r\n")
        read_until(sock, b"\r\n\r\n")
    wait_until((tmp_path / "big.closed").exists, what="close()")
    assert get(server, "/").status == 200
    assert (tmp_path / "big.closed").read_text() == "x"


def test_head_has_the_headers_and_no_body(probe):
    for path, length in (("/", "14"), ("/source?bytes=100000&length=1", "100000")):
        with connect(probe) as connection:
            answer = request(probe, "HEAD", path, connection=connection)
            assert (answer.status, answer.headers["Content-Length"], answer.body) == (
                200,
                length,
                b"",
            )
            assert get(probe, "/", connection=connection).text == "Hello, World!\n"


@pytest.mark.parametrize("code", [204, 304])
def test_statuses_without_body_have_no_framing(probe, code):
    with connect(probe) as connection:
        answer = get(probe, f"/status?code={code}", connection=connection)
        assert answer.status == code
        assert "Transfer-Encoding" not in answer.headers
        assert get(probe, "/", connection=connection).status == 200


@pytest.mark.parametrize("length", ["&length=1", ""])
@pytest.mark.parametrize("size", [0, 1, 65_536, 1_000_000])
def test_file_wrapper_sends_the_file(probe, tmp_path, size, length):
    path = tmp_path / "some.bin"
    path.write_bytes(body_of(size))
    with connect(probe) as connection:
        answer = get(probe, f"/file?path={path}{length}", connection=connection)
        assert answer.body == body_of(size)
        assert get(probe, "/", connection=connection).status == 200


def test_exception_is_500_with_its_traceback_in_the_log(probe):
    mark = probe.mark
    answer = get(probe, "/raise?name=carrot")
    assert answer.status == 500
    assert "carrot" not in answer.text and "Traceback" not in answer.text
    probe.wait_line("the probe raised carrot", start=mark)
    assert 'probe.py", line' in probe.output
    assert get(probe, "/").status == 200


def test_request_id_leads_from_the_answer_to_the_traceback(krait):
    server = krait(
        "e2e/apps/probe.py", "--workers", "1", "--forwarded-allow-ips", "127.0.0.1",
        "--log-format", "json",
    )  # fmt: skip
    answer = get(server, "/raise?name=turnip", headers={"X-Request-ID": "find-me-0815"})
    assert answer.headers["X-Request-ID"] == "find-me-0815"
    assert "find-me-0815" in server.wait_line(r"^.*turnip.*$").group()
    own = get(server, "/raise?name=radish").headers["X-Request-ID"]
    assert own in server.wait_line(r"^.*radish.*$").group()


def test_debug_shows_the_traceback_to_the_client(krait):
    server = krait("e2e/apps/probe.py", "--workers", "1", "--debug")
    answer = get(server, "/raise?name=leek")
    assert answer.status == 500
    assert "RuntimeError: the probe raised leek" in answer.text


def test_exception_after_the_first_piece_cuts_the_connection(probe):
    data = exchange(probe, b"GET /raise-late?name=late HTTP/1.1\r\nHost: x\r\n\r\n")
    assert status_of(data) == 200
    head, _, body = data.partition(b"\r\n\r\n")
    assert b"content-length: 100" in head.lower()
    assert b"first\n" in body and len(body) < 100
    probe.wait_line("the probe raised late")
    wait_until((probe.folder / "late.closed").exists, what="close()")
    assert get(probe, "/").status == 200


def test_body_longer_than_promised_does_not_leak_into_the_next_response(probe):
    with connect(probe) as connection:
        assert get(probe, "/too-long", connection=connection).body in (b"12345", b"")
        if connection.sock is None:
            return
        assert get(probe, "/", connection=connection).text == "Hello, World!\n"


def test_body_shorter_than_promised_ends_the_connection(probe):
    data = exchange(probe, b"GET /too-short HTTP/1.1\r\nHost: x\r\n\r\n")
    assert status_of(data) == 500 or data.endswith(b"\r\n\r\n123"), data
    assert get(probe, "/").status == 200


@pytest.mark.parametrize("path", ["/no-start", "/text-body", "/bad-header"])
def test_application_that_breaks_the_rules_is_500(probe, path):
    assert get(probe, path).status == 500
    assert get(probe, "/").status == 200


def test_malformed_header_is_named_in_the_log(probe):
    mark = probe.mark
    assert get(probe, "/bad-header").status == 500
    probe.wait_line("header X-A holds a control character", start=mark)


def test_hop_by_hop_headers_of_the_application_are_left_out(probe):
    with connect(probe) as connection:
        for _ in range(2):
            answer = get(probe, "/hop-by-hop?connection=keep-alive", connection=connection)
            assert (answer.status, answer.body) == (200, b"whole")
            assert set(map(str.lower, answer.headers)) == {
                "content-type",
                "content-length",
                "date",
                "server",
            }


def test_connection_close_of_the_application_is_obeyed(probe):
    request = b"GET /hop-by-hop?connection=close HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = exchange(probe, request)
    assert answer.endswith(b"\r\n\r\nwhole")
    assert b"\r\nConnection: close\r\n" in answer


def test_output_of_the_application_is_in_the_log(probe):
    mark = probe.mark
    get(probe, "/log?text=parsnip")
    for stream in ("wsgi.errors", "standard output", "standard error"):
        probe.wait_line(f"to {stream}: parsnip", start=mark)


def test_nothing_breaks_a_rule_that_the_validator_knows(krait, tmp_path):
    path = tmp_path / "some.bin"
    path.write_bytes(body_of(100_000))
    server = krait(APPS / "validated.py", "--workers", "1")
    (tmp_path / "wide.open").touch()
    big = body_of(300_000)
    with connect(server) as connection:
        for method, address, body in [
            ("GET", "/", None),
            ("HEAD", "/", None),
            ("OPTIONS", "/", None),
            ("DELETE", "/environ?x=%20", None),
            ("POST", "/sink", b""),
            ("POST", "/sink", big),
            ("POST", "/sink", iter([big])),
            ("PUT", "/echo", big),
            ("POST", "/echo", iter([b"a", b"b"])),
            ("POST", "/lines", b"a\nbcd\ne\nf\ng\nh\n"),
            ("POST", "/unread", b"left"),
            ("GET", "/source?bytes=300000", None),
            ("GET", "/source?bytes=300000&length=1", None),
            ("GET", "/stream?name=wide", None),
            ("GET", "/write", None),
            ("GET", "/empty-pieces", None),
            ("GET", "/late-start", None),
            ("GET", "/status?code=204", None),
            ("GET", "/status?code=304", None),
            ("GET", f"/file?path={path}", None),
            ("GET", f"/file?path={path}&length=1", None),
            ("GET", "/cookies", None),
            ("GET", "/log?text=x", None),
        ]:
            answer = request(server, method, address, body, connection=connection)
            assert answer.status < 400, (method, address, server.output)
        assert get(server, "/exc-info", connection=connection).status == 503
    with raw(server) as sock:
        sock.sendall(b"GET /environ HTTP/1.0\r\n\r\n")
        assert status_of(until_closed(sock)) == 200
    assert server.terminate() == 0
    assert "without being closed" not in server.output
    assert "AssertionError" not in server.output
