"""The worker protocol without I/O: frames, messages, and the state of each request on a link.

docs/internals/protocol.md describes it; conformance/wire holds vectors for both sides.
"""

from __future__ import annotations

from _struct import Struct
from collections import deque
from marshal import loads
from os import getpid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Message: TypeAlias = tuple[Any, ...]

VERSION = 1
FRAME_BYTES_MAX = 16 << 20
HEADERS_MAX = 1000
KEPT_BYTES_MAX = 512 * 1024

CONFIG = 0
HELLO = 1
REQUEST = 2
BODY = 3
CREDIT = 4
ABORT = 5
FILE_DONE = 6
READY = 10
FAILED = 11
LOG = 12
STACKS = 13
RESPONSE = 20
START = 21
CHUNK = 22
END = 23
BODY_CREDIT = 24
FILE = 25
ERROR = 26
SPENT = 27
STOP = 30
CANCEL = 31
DUMP = 32

LENGTH = Struct("<I")
HEAD = Struct("<IBI")
"""Length, marshal code and number of elements: how every frame begins."""
LIST = ord("[")


class ProtocolError(Exception):
    """The peer broke the protocol: nobody goes on with a corrupt stream."""


def hello(settings: dict[str, Any], lane: int) -> Message:
    """The first message of a link; lane -1 is the control link."""
    return (HELLO, VERSION, settings["token"], settings["process"], lane, getpid())


def decode(payload: bytes | memoryview) -> list[Message]:
    """The messages of a frame; whether each of them is right is for its reader to see."""
    # marshal makes room for as many elements as are claimed, so the claim is looked at first.
    if len(payload) < 5 or payload[0] != LIST or LENGTH.unpack_from(payload, 1)[0] > len(payload):
        raise ProtocolError("a frame that is no list of messages")
    try:
        messages: list[Message] = loads(payload)
    except (EOFError, ValueError, TypeError, MemoryError) as error:
        raise ProtocolError(f"a frame that is no marshal: {error}") from None
    return messages


def decode_block(payload: bytes) -> dict[str, str]:
    """The repeating part of a request's environ."""
    try:
        block = loads(payload)
    except (EOFError, ValueError, TypeError, MemoryError) as error:
        raise ProtocolError(f"a block that is no marshal: {error}") from None
    if type(block) is not dict:
        raise ProtocolError("a block that is no dict")
    for name, value in block.items():
        if type(name) is not str or type(value) is not str:
            raise ProtocolError("a block that holds more than text")
    return block


def exact(value: Any) -> Any:
    """`value` without subclasses of str and tuple, which have no marshal form."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, tuple):
        return tuple([exact(item) for item in value])
    if isinstance(value, list):
        return [exact(item) for item in value]
    return value


def printable(text: str) -> str:
    """Text that UTF-8 can hold: what came through surrogateescape is shown as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class FrameBuffer:
    """Received bytes, cut into frames.

    The caller receives into `room()`, tells how much with `received()`, and takes frames with
    `next()` until it returns None. A buffer that had to grow is kept up to a limit: bodies come
    often where they come at all.
    """

    __slots__ = ("buffer", "end", "size", "start", "view")

    def __init__(self, size: int) -> None:
        self.size = size
        self.buffer = bytearray(size)
        self.view = memoryview(self.buffer)
        self.start = 0
        self.end = 0

    def room(self) -> memoryview:
        return self.view[self.end :]

    def received(self, count: int) -> None:
        self.end += count

    def next(self) -> list[Message] | None:
        """The next whole frame's messages; None when more bytes are needed."""
        start = self.start
        available = self.end - start
        if available < 4:
            self._move(len(self.buffer))
            return None
        (length,) = LENGTH.unpack_from(self.buffer, start)
        if not 0 < length <= FRAME_BYTES_MAX:
            raise ProtocolError(f"a frame of {length} bytes")
        end = start + 4 + length
        if end > self.end:
            self._move(max(len(self.buffer), 4 + length))
            return None
        messages = decode(self.view[start + 4 : end])
        if end == self.end:
            self.start = self.end = 0
            if len(self.buffer) > KEPT_BYTES_MAX:
                self._move(self.size)
        else:
            self.start = end
        return messages

    def _move(self, size: int) -> None:
        """Bring the unread bytes to the front of a buffer of at least `size` bytes."""
        unread = self.view[self.start : self.end]
        if size != len(self.buffer) and len(unread) <= size:
            buffer = bytearray(size)
            buffer[: len(unread)] = unread
            self.buffer = buffer
            self.view = memoryview(buffer)
        elif self.start:
            self.view[: len(unread)] = bytes(unread)
        self.end -= self.start
        self.start = 0


class Stream:
    """What is known of a request beyond the request itself: its pieces and its credit."""

    __slots__ = ("aborted", "chunks", "credit", "ended", "file_done", "in_file", "window")

    def __init__(self, credit: int, window: int, ended: bool) -> None:
        self.credit = credit
        """Response bytes that may be sent."""
        self.window = window
        """Request body bytes that the server may still send."""
        self.ended = ended
        """Whether the request body has arrived whole."""
        self.chunks: deque[bytes] = deque()
        self.aborted = False
        self.in_file = False
        """Whether FILE was sent and FILE_DONE is awaited."""
        self.file_done: bool | None = None


class Inbox:
    """Sorts what the server sends on a data link, and refuses what the state table forbids.

    `queue` holds the requests to run, in order; `streams` every request that has no final message
    yet, with a Stream where there is more to know than the request.
    """

    __slots__ = ("queue", "request_window", "response_window", "streams")

    def __init__(self, response_window: int, request_window: int) -> None:
        self.response_window = response_window
        self.request_window = request_window
        self.queue: deque[Message] = deque()
        self.streams: dict[int, Stream | None] = {}

    def accept(self, messages: list[Message]) -> None:
        """Take the messages of a frame. Called for every frame, so it spells out its checks."""
        streams = self.streams
        try:
            for message in messages:
                if message[0] != REQUEST:
                    self._other(message)
                    continue
                _, id, block, method, path, query, uri, request_id, body = message
                if (
                    type(message) is not tuple
                    or type(id) is not int
                    or id < 1
                    or id in streams
                    or type(block) is not bytes
                    or type(method) is not str
                    or type(path) is not str
                    or type(query) is not str
                    or type(uri) is not str
                    or type(request_id) is not str
                ):
                    raise ProtocolError("a REQUEST that is wrong or not allowed")
                if type(body) is bytes:
                    streams[id] = None
                elif body is None:
                    streams[id] = Stream(self.response_window, self.request_window, False)
                else:
                    raise ProtocolError("a REQUEST whose body is no bytes")
                self.queue.append(message)
        except (TypeError, ValueError, LookupError):
            raise ProtocolError("a message of a wrong form") from None

    def stream(self, id: int) -> Stream:
        """The stream of a request in progress, made now if nobody needed it so far."""
        stream = self.streams[id]
        if stream is None:
            stream = Stream(self.response_window, 0, True)
            self.streams[id] = stream
        return stream

    def _other(self, message: Message) -> None:
        kind, id = message[:2]
        if type(message) is not tuple or type(kind) is not int or type(id) is not int or id < 1:
            raise ProtocolError("a message of a wrong form")
        known = id in self.streams
        if kind == BODY:
            _, _, chunk, last = message
            if type(chunk) is not bytes or type(last) is not bool:
                raise ProtocolError("a BODY of a wrong form")
            if known:
                self._body(self.streams[id], chunk, last)
        elif kind == CREDIT:
            _, _, count = message
            if type(count) is not int or count < 1:
                raise ProtocolError("a CREDIT of a wrong form")
            if known:
                self.stream(id).credit += count
        elif kind == ABORT:
            _, _ = message
            if known:
                self.stream(id).aborted = True
        elif kind == FILE_DONE:
            _, _, ok = message
            stream = self.streams.get(id)
            if type(ok) is not bool or stream is None or not stream.in_file:
                raise ProtocolError("a FILE_DONE without FILE, or of a wrong form")
            stream.file_done = ok
            stream.in_file = False
        else:
            raise ProtocolError(f"kind {kind} on a data link")

    @staticmethod
    def _body(stream: Stream | None, chunk: bytes, last: bool) -> None:
        if stream is None or stream.ended:
            raise ProtocolError("a BODY after the end of the body")
        stream.window -= len(chunk)
        if stream.window < 0:
            raise ProtocolError("a BODY beyond the window")
        stream.ended = last
        if chunk:
            stream.chunks.append(chunk)
