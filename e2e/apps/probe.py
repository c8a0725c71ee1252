"""A WSGI application that shows what a server does: each path is one behaviour."""

import contextlib
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs

FOLDER = Path(os.environ.get("PROBE_FOLDER", "."))
PIECE = 65_536
GATE_TIMEOUT_S = 60
POLL_S = 0.005


def application(environ, start_response):
    query = {name: values[-1] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    route = environ["PATH_INFO"].strip("/").replace("-", "_") or "hello"
    behaviour = ROUTES.get(route)
    if behaviour is None:
        return answer(start_response, b"no such path\n", status="404 Not Found")
    return behaviour(environ, start_response, query)


def answer(start_response, body, status="200 OK", content_type="text/plain", headers=()):
    start_response(
        status,
        [("Content-Type", content_type), ("Content-Length", str(len(body))), *headers],
    )
    return [body]


def append(name, text):
    """Adds to a file in one step, whoever else is writing."""
    with (FOLDER / name).open("ab", buffering=0) as file:
        file.write(text.encode())


def wait_at_gate(name):
    append(f"{name}.entered", "x")
    deadline = time.monotonic() + GATE_TIMEOUT_S
    while not (FOLDER / f"{name}.open").exists() and time.monotonic() < deadline:
        time.sleep(POLL_S)


def hello(environ, start_response, query):
    return answer(start_response, b"Hello, World!\n")


def environ_(environ, start_response, query):
    shown = {name: value for name, value in environ.items() if isinstance(value, (str, bool))}
    shown["pid"] = os.getpid()
    shown["python"] = sys.version.split()[0]
    body = json.dumps(shown).encode()
    return answer(start_response, body, content_type="application/json")


def pid(environ, start_response, query):
    return answer(start_response, str(os.getpid()).encode())


def pieces(stream):
    while piece := stream.read(PIECE):
        yield piece


def sink(environ, start_response, query):
    """Reads the body; answers its length and digest."""
    length, digest = 0, hashlib.sha1(usedforsecurity=False)
    for piece in pieces(environ["wsgi.input"]):
        length += len(piece)
        digest.update(piece)
    return answer(start_response, f"{length} {digest.hexdigest()}".encode())


def echo(environ, start_response, query):
    """Sends the body back while it arrives."""
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return pieces(environ["wsgi.input"])


def lines(environ, start_response, query):
    """Reads the body by every way that PEP 3333 names."""
    stream = environ["wsgi.input"]
    parts = {
        "readline": stream.readline().decode(),
        "read_3": stream.read(3).decode(),
        "readline_rest": stream.readline().decode(),
        "readlines": [line.decode() for line in [stream.readline(), stream.readline()]],
        "iteration": [line.decode() for line in stream],
        "after_end": stream.read(10).decode(),
    }
    return answer(start_response, json.dumps(parts).encode(), content_type="application/json")


def unread(environ, start_response, query):
    """Answers without a look at the body."""
    return answer(start_response, b"not read")


def source(environ, start_response, query):
    """Streams `bytes` bytes; with `length` their number is said first."""
    size = int(query["bytes"])
    headers = [("Content-Type", "application/octet-stream")]
    if "length" in query:
        headers.append(("Content-Length", str(size)))
    start_response("200 OK", headers)
    return Recorded(fill(size), query.get("name", "source"))


def text(environ, start_response, query):
    """Text of `bytes` bytes, in one piece or as a `stream`."""
    size = int(query["bytes"])
    body = (b"How much wood would a woodchuck chuck? " * (size // 39 + 1))[:size]
    if "stream" not in query:
        return answer(start_response, body)
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return (body[at : at + PIECE] for at in range(0, size, PIECE))


def fill(size):
    block = bytes(range(256)) * (PIECE // 256)
    while size > 0:
        yield block[:size] if size < PIECE else block
        size -= PIECE


class Recorded:
    """An iterable that notes in a file when it is closed."""

    def __init__(self, iterable, name):
        self._iterator = iter(iterable)
        self._name = name

    def __iter__(self):
        return self._iterator

    def close(self):
        append(f"{self._name}.closed", "x")


def stream(environ, start_response, query):
    """Two pieces with a gate between them."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Recorded(two_pieces(query["name"]), query["name"])


def two_pieces(name):
    yield b"first\n"
    wait_at_gate(name)
    yield b"second\n"


def at_gate(environ, start_response, query):
    wait_at_gate(query["name"])
    return answer(start_response, str(os.getpid()).encode())


def hang(environ, start_response, query):
    """Goes on whatever is raised in it."""
    append("hang.entered", "x")
    deadline = time.monotonic() + GATE_TIMEOUT_S
    while time.monotonic() < deadline:
        with contextlib.suppress(BaseException):
            time.sleep(1)
    return answer(start_response, b"woke up")


def lock(environ, start_response, query):
    """Holds the interpreter's lock: no other Python code runs in the process, no signal handler."""
    append("lock.entered", "x")
    return answer(start_response, str(sum(range(10**12))).encode())


def sleep(environ, start_response, query):
    append("sleep.entered", "x")
    time.sleep(GATE_TIMEOUT_S)
    return answer(start_response, b"woke up")


def write(environ, start_response, query):
    write = start_response("200 OK", [("Content-Type", "text/plain")])
    write(b"written ")
    write(b"and ")
    return [b"returned"]


def empty_pieces(environ, start_response, query):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"", b"a", b"", b"b", b""]


def late_start(environ, start_response, query):
    """Calls start_response only when the first piece is asked for."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"late"


def exc_info(environ, start_response, query):
    """Replaces a response that has not been sent."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    try:
        raise ValueError("changed my mind")
    except ValueError:
        body = b"replaced"
        start_response(
            "503 Service Unavailable",
            [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))],
            sys.exc_info(),
        )
    return [body]


def raise_(environ, start_response, query):
    raise RuntimeError("the probe raised " + query.get("name", ""))


def raise_late(environ, start_response, query):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "100")])
    return Recorded(first_then_raise(), query["name"])


def first_then_raise():
    yield b"first\n"
    raise RuntimeError("the probe raised late")


def no_start(environ, start_response, query):
    return [b"start_response was never called"]


def text_body(environ, start_response, query):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return ["text, not bytes"]


def bad_header(environ, start_response, query):
    return answer(start_response, b"split", headers=[("X-A", "1\r\nX-Injected: 2")])


def hop_by_hop(environ, start_response, query):
    """Headers that belong to the server; other servers leave them out."""
    names = ("Keep-Alive", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Proxy-Authenticate")
    headers = [("Connection", query["connection"]), *((name, "x") for name in names)]
    return answer(start_response, b"whole", headers=headers)


def too_long(environ, start_response, query):
    """More bytes than were promised."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"12345", b"678"]


def too_short(environ, start_response, query):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"123"]


def too_short_text(environ, start_response, query):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5000")])
    return [b"x" * 4999]


def file(environ, start_response, query):
    path = Path(query["path"])
    headers = [("Content-Type", "application/octet-stream")]
    if "length" in query:
        headers.append(("Content-Length", str(path.stat().st_size)))
    start_response("200 OK", headers)
    return environ["wsgi.file_wrapper"](path.open("rb"), PIECE)


def log(environ, start_response, query):
    environ["wsgi.errors"].write("to wsgi.errors: " + query["text"] + "\n")
    environ["wsgi.errors"].flush()
    print("to standard output:", query["text"], flush=True)
    print("to standard error:", query["text"], file=sys.stderr, flush=True)
    return answer(start_response, b"logged")


def status(environ, start_response, query):
    """Answers any status, without a body."""
    start_response(f"{query['code']} Some Reason", [])
    return []


def cookies(environ, start_response, query):
    headers = [("Set-Cookie", "a=1; Path=/"), ("Set-Cookie", "b=2; Path=/")]
    return answer(start_response, environ.get("HTTP_COOKIE", "").encode(), headers=headers)


def count(environ, start_response, query):
    """What must not happen twice: adds the id to a list."""
    append("counted", query["id"] + "\n")
    return answer(start_response, str(os.getpid()).encode())


def sink_counted(environ, start_response, query):
    append("counted", query["id"] + "\n")
    return sink(environ, start_response, query)


def count_slowly(environ, start_response, query):
    append("counted", query["id"] + "\n")
    time.sleep(0.02)
    return answer(start_response, str(os.getpid()).encode())


def exit_(environ, start_response, query):
    os._exit(17)


NAMES = (
    "hello environ pid sink echo lines unread source stream at_gate hang lock sleep write"
    " empty_pieces late_start exc_info raise raise_late no_start text_body bad_header hop_by_hop"
    " too_long too_short too_short_text text file log status cookies count count_slowly"
    " sink_counted exit"
)
# A name that Python has already is written with an underscore at its end.
ROUTES = {name: globals().get(f"{name}_") or globals()[name] for name in NAMES.split()}
