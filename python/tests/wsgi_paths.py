"""An application with one path for each way of PEP 3333; the tests run it in a worker."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tempfile
from wsgiref.validate import validator

PLAIN = [("Content-Type", "text/plain")]
SHARED = []
closed = []


class Body:
    """An iterable that tells when it is closed."""

    def __init__(self, *pieces, error=None, close_error=None):
        self.pieces = pieces
        self.error = error
        self.close_error = close_error

    def __iter__(self):
        yield from self.pieces
        if self.error is not None:
            raise self.error

    def close(self):
        closed.append(self.pieces)
        if self.close_error is not None:
            raise self.close_error


def start(start_response, length=None, status="200 OK"):
    headers = list(PLAIN) if length is None else [*PLAIN, ("Content-Length", str(length))]
    return start_response(status, headers)


def exc():
    try:
        raise ValueError("first")
    except ValueError:
        return sys.exc_info()


def hello(environ, start_response):
    start(start_response, 5)
    return [b"hello"]


def tuple_(environ, start_response):
    start(start_response)
    return (b"hello",)


def joined(environ, start_response):
    start(start_response)
    return [b"he", b"", b"llo"]


def empty_list(environ, start_response):
    start_response("204 No Content", [])
    return []


def generator(environ, start_response):
    start(start_response)
    yield b""
    yield b"he"
    yield b""
    yield b"llo"


def generator_known(environ, start_response):
    start(start_response, 5)
    yield b"hello"
    print("after the last piece", file=environ["wsgi.errors"])


def reads_behind_the_end(environ, start_response):
    start(start_response, 5)
    yield b"hello"
    environ["wsgi.input"].read()


def generator_empty(environ, start_response):
    start(start_response)
    yield b""


def late_start(environ, start_response):
    yield b""
    start(start_response)
    yield b"hello"


def own_iterable(environ, start_response):
    start(start_response)
    return Body(b"he", b"llo")


def list_in_iterable(environ, start_response):
    class Response:
        def __iter__(self):
            return iter([b"he", b"llo"])

        def close(self):
            closed.append("list")

    start(start_response)
    return Response()


def write(environ, start_response):
    send = start(start_response)
    send(b"he")
    send(b"")
    send(b"ll")
    return [b"o"]


def write_all(environ, start_response):
    start(start_response)(b"hello")
    return []


def write_known(environ, start_response):
    start(start_response, 5)(b"hello")
    return [b""]


def write_too_much(environ, start_response):
    start(start_response, 3)(b"hello")
    return []


def write_text(environ, start_response):
    start(start_response)("hello")
    return []


def too_much(environ, start_response):
    start(start_response, 5)
    yield b"hel"
    yield b"lo and more"


def too_much_at_once(environ, start_response):
    start(start_response, 5)
    return iter([b"hel", b"lo", b"more"]) if environ["QUERY_STRING"] else Body(b"hello", b"more")


def too_little(environ, start_response):
    start(start_response, 5)
    yield b"hel"


def large(environ, start_response):
    start(start_response)
    return [bytes(range(256)) * 4000]


def large_list(environ, start_response):
    start(start_response)
    return [b"x" * 1000] * 1000


def many_pieces(environ, start_response):
    start(start_response)
    return [b"x"] * 1000


def replaced(environ, start_response):
    start(start_response)
    start_response("500 Oops", [("X-A", "b")], exc())
    return [b"oops"]


def replaced_late(environ, start_response):
    start(start_response)(b"he")
    start_response("500 Oops", [("X-A", "b")], exc())
    return [b"oops"]


def first_with_exc_info(environ, start_response):
    start_response("500 Oops", [("X-A", "b")], exc())
    return [b"oops"]


def twice(environ, start_response):
    start(start_response)
    start(start_response)
    return [b"hello"]


def never(environ, start_response):
    return [b"hello"]


def never_generator(environ, start_response):
    yield b"hello"


def never_empty(environ, start_response):
    return []


def raises(environ, start_response):
    def inner():
        raise KeyError("größe\udc80")

    inner()


def raises_late(environ, start_response):
    start(start_response)
    return Body(b"he", error=ValueError("late"))


def raises_before_first(environ, start_response):
    start(start_response)
    return Body(error=ValueError("before the first piece"))


def raises_in_close(environ, start_response):
    start(start_response)
    return Body(b"hello", close_error=ValueError("in close"))


def exits(environ, start_response):
    sys.exit(5)


def out_of_memory(environ, start_response):
    raise MemoryError


def recursion(environ, start_response):
    return recursion(environ, start_response)


def keyboard(environ, start_response):
    raise KeyboardInterrupt


def returns(environ, start_response):
    start(start_response)
    return eval(environ["QUERY_STRING"], globals())


def yields(environ, start_response):
    start(start_response)
    yield eval(environ["QUERY_STRING"])


def head(environ, start_response):
    status, headers = eval(environ["QUERY_STRING"])
    start_response(status, headers)
    return [b"hello"]


def text_types(environ, start_response):
    class Text(str):
        __slots__ = ()

    known = [("X-Known", "value")]
    start_response("200 OK", known)
    start_response(Text("200 OK"), [(Text("X-Known"), Text("value"))], exc())
    return [b"hello"]


def shared_list(environ, start_response):
    SHARED[:] = [("X-Path", environ["QUERY_STRING"])]
    start_response("200 OK", SHARED)
    return [b"hello"]


def environ_(environ, start_response):
    if environ["QUERY_STRING"] == "spoil":
        environ["HTTP_X_SPOILT"] = "yes"
    start(start_response)
    shown = {key: value for key, value in environ.items() if isinstance(value, (str, bool, tuple))}
    return [repr(shown).encode()]


def echo(environ, start_response):
    data = environ["wsgi.input"].read()
    start(start_response, len(data))
    return [data]


def echo_streamed(environ, start_response):
    start(start_response)
    while piece := environ["wsgi.input"].read(10000):
        yield piece


def lines(environ, start_response):
    start(start_response)
    return [repr(list(environ["wsgi.input"])).encode()]


def unread(environ, start_response):
    first = environ["wsgi.input"].read(1)
    start(start_response)
    return [first]


kept = []


def keep_input(environ, start_response):
    if environ["QUERY_STRING"]:
        environ = kept.pop()
    else:
        kept.append(environ)
    start(start_response)
    return [environ["wsgi.input"].read(1)]


def errors(environ, start_response):
    stream = environ["wsgi.errors"]
    print("one", 2, "drei\udc80", file=stream)
    stream.write("half ")
    stream.writelines(["line\n", "two\nthree\n\n", "rest"])
    stream.flush()
    start(start_response)
    return [b"hello"]


def prints(environ, start_response):
    print("to standard output")
    print("to standard error", file=sys.stderr)
    print("rest of standard input:", repr(sys.stdin.read()))
    start(start_response)
    return [b"hello"]


def file_(environ, start_response):
    """A file of the kind, offset and Content-Length that the query tells."""
    kind, offset, length, size = environ["QUERY_STRING"].split(",")
    data = bytes(range(200)) * 2
    if kind == "named":
        opened = tempfile.NamedTemporaryFile()
        opened.write(data)
    elif kind == "raw":
        opened = tempfile.TemporaryFile(buffering=0)
        opened.write(data)
    elif kind == "memory":
        opened = io.BytesIO(data)
    elif kind == "gzip":
        stored = tempfile.NamedTemporaryFile()
        stored.write(gzip.compress(data))
        stored.flush()
        opened = gzip.open(stored.name)
    elif kind == "proc":
        opened = open("/proc/version", "rb")
    elif kind == "pipe":
        read, write = os.pipe()
        os.write(write, data)
        os.close(write)
        opened = os.fdopen(read, "rb")
    else:
        opened = tempfile.TemporaryFile()
        opened.write(data)
    if kind != "pipe":
        opened.seek(int(offset))
    start(start_response, length or None)
    return environ["wsgi.file_wrapper"](opened, int(size))


def closed_(environ, start_response):
    shown = repr(closed).encode()
    closed.clear()
    start(start_response)
    return [shown]


PATHS = {name.strip("_"): value for name, value in list(globals().items()) if callable(value)}
VALIDATED = {name: validator(value) for name, value in PATHS.items() if hasattr(value, "__code__")}


def app(environ, start_response):
    path = environ["PATH_INFO"].strip("/")
    if path.startswith("validated/"):
        return VALIDATED[path.removeprefix("validated/")](environ, start_response)
    return PATHS[path](environ, start_response)
