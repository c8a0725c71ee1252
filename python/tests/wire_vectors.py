"""Writes the vectors in conformance/wire; run as a script to write them anew."""

from __future__ import annotations

import json
import marshal
import struct
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "conformance" / "wire"
TOKEN = "00112233445566778899aabbccddeeff"

SETTINGS: dict[str, Any] = {
    "version": 1,
    "token": TOKEN,
    "process": 3,
    "name": "worker-3",
    "control": "/run/krait/control",
    "links": ["/run/krait/loop-0", "/run/krait/loop-1"],
    "chdir": "/srv/größe",
    "module": "mysite.wsgi",
    "file": "",
    "attribute": "",
    "interface": "auto",
    "multithread": True,
    "multiprocess": False,
    "chunk_bytes": 65536,
    "response_window": 262144,
    "request_window": 262144,
    "debug": False,
    "main_lane": False,
}
BLOCK = {
    "SERVER_PROTOCOL": "HTTP/1.1",
    "SERVER_NAME": "example.org",
    "SERVER_PORT": "8000",
    "wsgi.url_scheme": "http",
    "REMOTE_ADDR": "127.0.0.1",
    "REMOTE_PORT": "54321",
    "SCRIPT_NAME": "",
    "HTTP_HOST": "example.org:8000",
    "HTTP_X_NAME": "J\xf6rg",
}
HEADERS = [("Content-Type", "text/plain"), ("X-Name", "J\xf6rg"), ("Content-Length", "13")]


def request(id: int, body: bytes | None, path: str = "/") -> tuple[Any, ...]:
    block = marshal.dumps(BLOCK, 2)
    return (2, id, block, "GET", path, "a=1&b=%20", path + "?a=1&b=%20", "01J9ZQ6W4T", body)


def frames() -> list[tuple[str, str, str, list[tuple[Any, ...]]]]:
    """Name, link, reader and messages of every right frame."""
    return [
        ("config", "start", "worker", [(0, SETTINGS)]),
        ("hello of the control link", "control", "server", [(1, 1, TOKEN, 3, -1, 4711)]),
        ("hello of a lane", "data", "server", [(1, 1, TOKEN, 3, 0, 4711)]),
        ("request", "data", "worker", [request(1, b"")]),
        ("request with its body", "data", "worker", [request(7, b"\x00\xffbody")]),
        ("request whose body follows", "data", "worker", [request(2, None)]),
        ("request with a latin-1 path", "data", "worker", [request(1, b"", "/caf\xe9/\x80")]),
        ("request with a path of 256 bytes", "data", "worker", [request(1, b"", "/" + "a" * 255)]),
        ("body", "data", "worker", [(3, 2, b"piece", False), (3, 2, b"", True)]),
        ("credit", "data", "worker", [(4, 2, 65536)]),
        ("credit of more than 32 bits", "data", "worker", [(4, 2, 1 << 40)]),
        ("abort", "data", "worker", [(5, 2)]),
        ("file taken", "data", "worker", [(6, 2, True)]),
        ("file refused", "data", "worker", [(6, 2, False)]),
        (
            "batch to a lane",
            "data",
            "worker",
            [(5, 9), request(1, b""), request(2, None), (3, 2, b"x", True), (4, 2, 1)],
        ),
        (
            "ready",
            "control",
            "server",
            [
                (
                    10,
                    {
                        "interface": "wsgi",
                        "python": "3.11.7",
                        "application": "mysite.wsgi:application",
                        "pid": 4711,
                    },
                )
            ],
        ),
        ("failed", "control", "server", [(11, "import", "ImportError: größer 🐍")]),
        ("log", "control", "server", [(12, "warning", "low on 🧀", "01J9ZQ6W4T")]),
        ("stacks", "control", "server", [(13, 'File "app.py", line 1, in app\n')]),
        ("stop", "control", "worker", [(30,)]),
        ("cancel", "control", "worker", [(31, 0, 2)]),
        ("dump", "control", "worker", [(32,)]),
        ("response", "data", "server", [(20, 1, "200 OK", HEADERS, b"Hello, World!")]),
        ("response without a body", "data", "server", [(20, 1, "204 No Content", [], b"")]),
        ("start", "data", "server", [(21, 1, "200 OK", HEADERS[:1], b"first")]),
        ("chunk", "data", "server", [(22, 1, b"\x00" * 300)]),
        ("end", "data", "server", [(23, 1)]),
        ("body credit", "data", "server", [(24, 1, 131072)]),
        ("file", "data", "server", [(25, 1, "200 OK", HEADERS[:1], 9, 0, 10)]),
        (
            "file beyond 32 bits",
            "data",
            "server",
            [(25, 1, "206 Partial Content", [], 9, (1 << 33) + 5, (1 << 62) - 1)],
        ),
        ("error", "data", "server", [(26, 1, "Traceback …\nValueError: größer\n")]),
        ("spent", "data", "server", [(27, 123456, 2), (23, 1), (26, 2, "")]),
        ("spent beyond 32 bits", "data", "server", [(27, 60 * 10**9, 1), (23, 1)]),
        ("number of 31 bits", "data", "server", [(27, (1 << 31) - 1, 1), (23, 1)]),
        ("number of 32 bits", "data", "server", [(27, 1 << 31, 1), (23, 1)]),
        ("number of 45 bits", "data", "server", [(27, 1 << 45, 1), (23, 1)]),
        ("number of 63 bits", "data", "server", [(27, (1 << 63) - 1, 1), (23, 1)]),
        (
            "batch from a lane",
            "data",
            "server",
            [(27, 90_000, 3)]
            + [(20, id, "200 OK", HEADERS, b"Hello, World!") for id in (1, 2)]
            + [(26, 3, "Traceback")],
        ),
    ]


def notation(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, tuple):
        return {"tuple": [notation(item) for item in value]}
    if isinstance(value, list):
        return {"list": [notation(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[notation(k), notation(v)] for k, v in value.items()]}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 1 << 53:
        return {"int": str(value)}
    return value


def encode(value: Any, short_text: bool, short_tuples: bool) -> bytes:
    """Marshal, written by hand, with the codes that version 2 leaves out."""
    if isinstance(value, str) and short_text and value.isascii() and len(value) < 256:
        return b"z" + bytes((len(value),)) + value.encode()
    if isinstance(value, tuple):
        head = b")" + bytes((len(value),)) if short_tuples else b"(" + struct.pack("<I", len(value))
        return head + b"".join(encode(item, short_text, short_tuples) for item in value)
    if isinstance(value, list):
        items = b"".join(encode(item, short_text, short_tuples) for item in value)
        return b"[" + struct.pack("<I", len(value)) + items
    if isinstance(value, dict):
        pairs = [
            encode(key, short_text, short_tuples) + encode(item, short_text, short_tuples)
            for key, item in value.items()
        ]
        return b"{" + b"".join(pairs) + b"0"
    return marshal.dumps(value, 2)


def frame(payload: bytes) -> bytes:
    return struct.pack("<I", len(payload)) + payload


def messages() -> list[dict[str, Any]]:
    cases = []
    for name, link, to, content in frames():
        plain = frame(marshal.dumps(content, 2))
        assert plain == frame(encode(content, False, False))
        others = [frame(encode(content, *how)) for how in ((True, False), (True, True))]
        cases.append(
            {
                "name": name,
                "link": link,
                "to": to,
                "messages": [notation(message) for message in content],
                "frame": plain.hex(),
                "alternatives": [
                    other.hex() for i, other in enumerate(others) if other not in others[:i]
                ],
            }
        )
    return cases


def malformed() -> list[dict[str, Any]]:
    def dumps(value: Any) -> bytes:
        return frame(marshal.dumps(value, 2))

    whole = dumps([(5, 1)])
    huge = frame(b"[\x01\x00\x00\x00(\x02\x00\x00\x00i\x05\x00\x00\x00s\xff\xff\xff\x7f")
    both: list[tuple[str, bytes]] = [
        ("length 0", frame(b"")),
        ("length beyond the largest frame", struct.pack("<I", (16 << 20) + 1) + whole[4:]),
        ("length of 4 GiB", b"\xff\xff\xff\xff" + whole[4:]),
        ("unknown marshal code", frame(b"\x01")),
        ("payload ends inside a value", frame(whole[4:-2])),
        ("list shorter than its count", frame(b"[\x02\x00\x00\x00" + whole[9:])),
        ("list with a negative count", frame(b"[\xff\xff\xff\xff" + whole[9:])),
        ("bytes longer than the payload", huge),
        ("no list", frame(whole[9:])),
        ("a number instead of the list", dumps(5)),
        ("a message that is no tuple", dumps([[5, 1]])),
        ("a message that is None", dumps([None])),
        ("a message without a kind", dumps([()])),
        ("a kind that is text", dumps([("5", 1)])),
        ("a kind that is a bool", dumps([(True, 1)])),
        ("unknown kind", dumps([(99, 1)])),
        ("negative kind", dumps([(-1, 1)])),
        ("a right message, then a wrong one", dumps([(5, 1), (99, 1)])),
    ]
    worker = [
        ("abort without an id", dumps([(5,)])),
        ("abort with more", dumps([(5, 1, 1)])),
        ("id that is text", dumps([(5, "1")])),
        ("id 0", dumps([request(0, b"")])),
        ("negative id", dumps([request(-1, b"")])),
        ("request cut short", dumps([request(1, b"")[:-1]])),
        ("request with more", dumps([(*request(1, b""), None)])),
        ("request whose body is text", dumps([(*request(1, b"")[:-1], "text")])),
        ("request whose method is bytes", dumps([(2, 1, b"{0", b"GET", "/", "", "/", "", b"")])),
        ("request whose path is None", dumps([(2, 1, b"{0", "GET", None, "", "/", "", b"")])),
        ("request whose block is text", dumps([(2, 1, "{0", "GET", "/", "", "/", "", b"")])),
        ("block that is no marshal", dumps([(2, 1, b"\x01", "GET", "/", "", "/", "", b"")])),
        ("block that is no dict", dumps([(2, 1, b"[\0\0\0\0", "GET", "/", "", "/", "", b"")])),
        (
            "block with a number in it",
            dumps([(2, 1, marshal.dumps({"SERVER_PORT": 80}, 2), "GET", "/", "", "/", "", b"")]),
        ),
        ("the same id twice", dumps([request(1, None), request(1, b"")])),
        ("credit of nothing", dumps([(4, 1, 0)])),
        ("negative credit", dumps([(4, 1, -5)])),
        ("credit that is text", dumps([(4, 1, "5")])),
        ("body that is text", dumps([request(1, None), (3, 1, "text", True)])),
        ("body whose last is a number", dumps([request(1, None), (3, 1, b"x", 1)])),
        (
            "body after the last piece",
            dumps([request(1, None), (3, 1, b"", True), (3, 1, b"", True)]),
        ),
        ("body of a request that had it", dumps([request(1, b""), (3, 1, b"x", True)])),
        ("file taken that was not sent", dumps([request(1, None), (6, 1, True)])),
        ("response from the server", dumps([(20, 1, "200 OK", [], b"")])),
        ("stop on a data link", dumps([(30,)])),
    ]
    server = [
        ("bytes after the value", frame(whole[4:] + b"N")),
        ("a reference", frame(b"[\x01\x00\x00\x00\xa8\x02\x00\x00\x00i\x17\x00\x00\x00r\0\0\0\0")),
        ("request from a worker", dumps([request(1, b"")])),
        ("response without a body", dumps([(20, 1, "200 OK", [])])),
        ("response whose body is text", dumps([(20, 1, "200 OK", [], "text")])),
        ("response whose body is None", dumps([(20, 1, "200 OK", [], None)])),
        ("response whose status is a number", dumps([(20, 1, 200, [], b"")])),
        ("headers that are a tuple", dumps([(20, 1, "200 OK", (), b"")])),
        ("header that is a list", dumps([(20, 1, "200 OK", [["A", "b"]], b"")])),
        ("header with three parts", dumps([(20, 1, "200 OK", [("A", "b", "c")], b"")])),
        ("header whose value is a number", dumps([(20, 1, "200 OK", [("A", 1)], b"")])),
        ("header whose name is bytes", dumps([(20, 1, "200 OK", [(b"A", "b")], b"")])),
        ("end with more", dumps([(23, 1, 1)])),
        ("chunk that is text", dumps([(22, 1, "text")])),
        ("file whose descriptor is text", dumps([(25, 1, "200 OK", [], "9", 0, 1)])),
        ("number beyond 64 bits", dumps([(27, 1 << 64, 1), (23, 1)])),
        ("error without its text", dumps([(26, 1)])),
    ]
    cut = [("end inside the length", whole[:3]), ("end inside the payload", whole[:-1])]
    control = [
        ("cancel without an id", dumps([(31, 0)])),
        ("cancel of a lane that is none", dumps([(31, 64, 1)])),
        ("cancel whose lane is text", dumps([(31, "0", 1)])),
        ("stop with more", dumps([(30, 1)])),
        ("request on the control link", dumps([request(1, b"")])),
    ]
    cases: list[dict[str, Any]] = []
    for to, link, group in (
        ("both", "data", both),
        ("worker", "data", worker),
        ("worker", "control", control),
        ("server", "data", server),
    ):
        cases += [{"name": n, "link": link, "to": to, "bytes": b.hex()} for n, b in group]
    for name, data in cut:
        cases.append({"name": name, "link": "data", "to": "both", "bytes": data.hex(), "cut": True})
    return cases


def states() -> dict[str, Any]:
    steps = [
        ("IDLE", "REQUEST", "OPEN"),
        ("OPEN", "RESPONSE", "IDLE"),
        ("OPEN", "ERROR", "IDLE"),
        ("OPEN", "START", "STREAMING"),
        ("OPEN", "FILE", "FILE"),
        ("STREAMING", "CHUNK", "STREAMING"),
        ("STREAMING", "END", "IDLE"),
        ("STREAMING", "ERROR", "IDLE"),
        ("FILE", "FILE_TAKEN", "IDLE"),
        ("FILE", "FILE_REFUSED", "OPEN"),
    ]
    return {
        "states": ["IDLE", "OPEN", "STREAMING", "FILE"],
        "events": {
            "FILE_TAKEN": "FILE_DONE with ok true",
            "FILE_REFUSED": "FILE_DONE with ok false",
        },
        "steps": [{"from": a, "event": event, "to": b} for a, event, b in steps],
        "anytime": ["BODY", "BODY_CREDIT", "CREDIT", "ABORT"],
        "crossed": ["BODY", "CREDIT", "ABORT"],
    }


def files() -> dict[str, str]:
    """Text of each file by its name."""
    content = {"messages.json": messages(), "malformed.json": malformed(), "states.json": states()}
    return {
        name: json.dumps(value, indent=1, ensure_ascii=False) + "\n"
        for name, value in content.items()
    }


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
