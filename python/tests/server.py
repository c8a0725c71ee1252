"""Plays the server: starts a real worker process and speaks the protocol with it."""

from __future__ import annotations

import contextlib
import marshal
import os
import select
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LAUNCH = ROOT / "krait" / "_worker" / "launch.py"
DEADLINE_SECONDS = 30.0

Message = tuple[Any, ...]

BLOCK: dict[str, str] = {
    "SERVER_PROTOCOL": "HTTP/1.1",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "8000",
    "wsgi.url_scheme": "http",
    "REMOTE_ADDR": "127.0.0.1",
    "REMOTE_PORT": "54321",
    "SCRIPT_NAME": "",
    "HTTP_HOST": "localhost:8000",
    "HTTP_ACCEPT": "*/*",
}


def encode(messages: Any) -> bytes:
    payload = marshal.dumps(messages, 2)
    return struct.pack("<I", len(payload)) + payload


def request(
    id: int,
    path: str = "/",
    method: str = "GET",
    query: str = "",
    body: bytes | None = b"",
    block: dict[str, str] | None = None,
    request_id: str = "",
) -> Message:
    packed = marshal.dumps(BLOCK | (block or {}), 2)
    uri = path + ("?" + query if query else "")
    return (2, id, packed, method, path, query, uri, request_id or f"r{id}", body)


class Peer:
    """One accepted link."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.socket.settimeout(DEADLINE_SECONDS)
        self.waiting: list[Message] = []
        self.frames = 0

    def send(self, *messages: Message) -> None:
        self.send_bytes(encode(list(messages)))

    def send_bytes(self, data: bytes) -> None:
        self.socket.sendall(data)

    def _exactly(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            piece = self.socket.recv(size - len(data))
            if not piece:
                raise EOFError("the worker closed the link")
            data += piece
        return bytes(data)

    def frame(self) -> list[Message]:
        (length,) = struct.unpack("<I", self._exactly(4))
        self.frames += 1
        messages: list[Message] = marshal.loads(self._exactly(length))
        return messages

    def next(self) -> Message:
        """The next message, SPENT left out."""
        while not self.waiting:
            self.waiting = [message for message in self.frame() if message[0] != 27]
        return self.waiting.pop(0)

    def quiet(self, seconds: float) -> bool:
        """Whether nothing arrives for this time."""
        return not self.waiting and not select.select([self.socket], [], [], seconds)[0]

    def answer(self, id: int) -> tuple[str, list[tuple[str, str]], bytes]:
        """The whole answer of a request, credit granted as it comes."""
        return collect(self, id)


def collect(peer: Peer, id: int) -> tuple[str, list[tuple[str, str]], bytes]:
    message = peer.next()
    assert message[1] == id, message
    if message[0] == 20:
        return message[2], message[3], message[4]
    assert message[0] == 21, message
    status, headers = message[2], message[3]
    body = [message[4]]
    peer.send((4, id, max(1, len(message[4]))))
    while (message := peer.next())[0] == 22:
        body.append(message[2])
        peer.send((4, id, len(message[2])))
    assert message[:2] == (23, id), message
    return status, headers, b"".join(body)


class Server:
    """A worker process and its links. Leaving the context ends the process, whatever it does."""

    def __init__(
        self,
        source: str | None = None,
        *,
        lanes: int = 1,
        python: str = sys.executable,
        environment: dict[str, str] | None = None,
        **settings: Any,
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="krait-"))
        if source is not None:
            (self.folder / "site.d").mkdir()
            (self.folder / "site.d" / "webapp.py").write_text(source, encoding="utf-8")
        main_lane = settings.pop("main_lane", lanes == 1)
        self.settings: dict[str, Any] = {
            "version": 1,
            "token": "00112233445566778899aabbccddeeff",
            "process": 1,
            "name": "worker-1",
            "control": str(self.folder / "control"),
            "links": [str(self.folder / "link")] * lanes,
            "chdir": str(self.folder / "site.d" if source is not None else self.folder),
            "module": "webapp",
            "file": "",
            "attribute": "",
            "interface": "auto",
            "multithread": lanes > 1,
            "multiprocess": True,
            "chunk_bytes": 65536,
            "response_window": 262144,
            "request_window": 262144,
            "debug": False,
            "main_lane": main_lane,
            **settings,
        }
        self._listeners = [self._listen("control"), self._listen("link")]
        self.process = subprocess.Popen(
            [python, str(LAUNCH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})},
        )
        self.lanes: list[Peer] = []
        self.control: Peer
        self.outcome: Message
        self._lanes = lanes

    def _listen(self, name: str) -> socket.socket:
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(self.folder / name))
        listener.listen()
        listener.settimeout(DEADLINE_SECONDS)
        return listener

    def __enter__(self) -> Server:
        try:
            self._start()
        except BaseException:
            self.process.kill()
            print(self.process.communicate())
            self.__exit__(None, None, None)
            raise
        return self

    def _start(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(encode([(0, self.settings)]))
        self.process.stdin.flush()
        self.control = self._accept(0)
        assert self.control.next() == self.hello(-1)
        self.outcome = self.control.next()
        while self.outcome[0] == 12:
            self.outcome = self.control.next()
        if self.outcome[0] == 10:
            self.lanes = [self._accept(1) for _ in range(self._lanes)]
            for number, lane in enumerate(self.lanes):
                assert lane.next() == self.hello(number)

    def _accept(self, listener: int) -> Peer:
        socket = self._listeners[listener]
        end = time.monotonic() + DEADLINE_SECONDS
        while not select.select([socket], [], [], 0.1)[0]:
            assert self.process.poll() is None, "the worker ended before it connected"
            assert time.monotonic() < end, "the worker does not connect"
        return Peer(socket.accept()[0])

    def hello(self, lane: int) -> Message:
        return (1, 1, self.settings["token"], self.settings["process"], lane, self.process.pid)

    @property
    def lane(self) -> Peer:
        return self.lanes[0]

    def get(self, path: str = "/", **how: Any) -> tuple[str, list[tuple[str, str]], bytes]:
        self.lane.send(request(1, path, **how))
        return self.lane.answer(1)

    def log(self) -> tuple[str, str, str]:
        """The next record of the log: level, text, request id."""
        message = self.control.next()
        assert message[0] == 12, message
        return message[1], message[2], message[3]

    def stop(self) -> tuple[int, str, str]:
        """STOP; exit status, standard output and standard error."""
        self.control.send((30,))
        return self.finish()

    def finish(self) -> tuple[int, str, str]:
        """Wait for the end; exit status, standard output and standard error."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        status = self.process.wait(DEADLINE_SECONDS)
        return status, self.process.stdout.read().decode(), self.process.stderr.read().decode()

    def rss_kb(self, peak: bool = False) -> int:
        """Resident memory of the worker."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        name = "VmHWM:" if peak else "VmRSS:"
        return int(text.split(name)[1].split()[0])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()
        for peer in self.lanes:
            peer.socket.close()
        if hasattr(self, "control"):
            self.control.socket.close()
        for listener in self._listeners:
            listener.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def until(condition: Any, seconds: float = DEADLINE_SECONDS) -> None:
    """Wait until `condition()` is true; fail when that takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the condition did not come true in time"
        time.sleep(0.005)
