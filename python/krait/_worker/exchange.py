"""The answer to one request: start_response, write, and the application's iterable (PEP 3333)."""

from __future__ import annotations

from .file import FileWrapper, regular_file
from .headers import check_headers, check_status, content_length, known_headers, known_statuses
from .protocol import CHUNK, END, ERROR, FILE, HEADERS_MAX, RESPONSE, START

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import Any, TypeAlias

    from .headers import Headers
    from .protocol import Stream
    from .wsgi import Lane

    ExcInfo: TypeAlias = (
        tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]
    )

SEQUENCE_ITERATORS: tuple[type, type] = (type(iter([])), type(iter(())))
PIECES_MAX = 256
TOO_LONG = "the application gave more bytes than its Content-Length; they were not sent"


class GoneError(ConnectionAbortedError):
    """Nobody wants the answer any more."""


class Exchange:
    """One request's answer. For the lane's thread, or one that works for it while it waits."""

    __slots__ = ("_left", "_stream", "finished", "headers", "id", "lane", "sent", "status")

    headers: Headers
    _left: int
    """Bytes that Content-Length still allows; -1 without it. Known once `sent`."""
    _stream: Stream

    def __init__(self, lane: Lane, id: int) -> None:
        self.lane = lane
        self.id = id
        self.status: str | None = None
        self.sent = False
        self.finished = False

    def start_response(
        self, status: str, headers: Headers, exc_info: ExcInfo | None = None, /
    ) -> Callable[[bytes], None]:
        if self.status is not None or exc_info is not None:
            self._start_again(exc_info)
        try:
            if status not in known_statuses:
                status = check_status(status)
            if type(headers) is not list or len(headers) > HEADERS_MAX:
                headers = check_headers(headers)
            else:
                for pair in headers:
                    if pair not in known_headers:
                        headers = check_headers(headers)
                        break
                else:
                    headers = headers[:]  # the list stays the application's
        except TypeError:  # also what can't be hashed
            status = check_status(status)
            headers = check_headers(headers)
        self.headers = headers
        self.status = status
        return self.write

    def _start_again(self, exc_info: ExcInfo | None) -> None:
        if exc_info is None:
            raise AssertionError(
                "start_response was called a second time without exc_info: "
                "only an error handler may replace the headers"
            )
        try:
            if self.sent and exc_info[1] is not None:
                raise exc_info[1].with_traceback(exc_info[2])
            if self.sent:
                raise AssertionError("start_response was called after the headers were sent")
        finally:
            exc_info = None

    def write(self, data: bytes, /) -> None:
        """Send `data` at once."""
        if not isinstance(data, bytes):
            raise TypeError(f"write() takes bytes, not {type(data).__name__}")
        if self.finished:
            raise ValueError("write() was called after the end of its request")
        if not data:
            return
        lane = self.lane
        lane.hide()
        try:
            self._begin()
            if 0 <= self._left < len(data):
                raise ValueError(
                    f"write() of {len(data)} bytes, but Content-Length leaves {self._left}"
                )
            self._send(data)
        finally:
            lane.show()

    def run(self, result: Any) -> None:
        """Send what the application returned; ends with the final message."""
        if type(result) is FileWrapper and not self.sent and self._send_file(result):
            return
        iterator = self._iterate(result)
        if not self.sent and type(iterator) in SEQUENCE_ITERATORS:
            # All pieces exist already, so joining them delays none.
            pieces = list(iterator)
            if len(pieces) <= PIECES_MAX:
                data = pieces[0] if len(pieces) == 1 else self._join(pieces)
                if data is not None and type(data) is bytes and len(data) <= self.lane.chunk_bytes:
                    self.lane.hide()
                    self._finish((RESPONSE, self.id, self._started(), self.headers, data))
                    return
            iterator = iter(pieces)
        self._run(iterator)

    def _iterate(self, result: Any) -> Iterator[Any]:
        if isinstance(result, (str, bytes, bytearray)):
            hint = "[text.encode()]" if isinstance(result, str) else "a list around it"
            raise TypeError(
                f"the application returned {type(result).__name__}, "
                f"not an iterable of bytes: return {hint}"
            )
        try:
            return iter(result)
        except TypeError:
            if hasattr(type(result), "__iter__"):
                raise  # its own failure
            raise TypeError(
                f"the application returned {type(result).__name__}, not an iterable of bytes"
            ) from None

    def _run(self, iterator: Iterator[Any]) -> None:
        lane = self.lane
        for data in iterator:
            if not isinstance(data, bytes):
                kind = type(data).__name__
                raise TypeError(f"the application's iterable gave {kind}, not bytes: {data!r:.80}")
            if not data:
                continue
            lane.hide()
            if not self.sent:
                self._started()
                length = content_length(self.headers)
                if len(data) == length <= lane.chunk_bytes:
                    self._finish((RESPONSE, self.id, self.status, self.headers, data))
                    self._exhaust(iterator)
                    return
            self._begin()
            if self.sent:
                lane.drain_link()
            if self._stream.aborted:
                break
            if 0 <= self._left <= len(data):
                if len(data) > self._left:
                    lane.log("warning", TOO_LONG)
                if self._left or not self.sent:
                    self._send(data[: self._left])
                self._finish((END, self.id))
                self._exhaust(iterator)
                return
            self._send(data)
            lane.show()
        lane.hide()
        if not self.sent:
            self._finish((RESPONSE, self.id, self._started(), self.headers, b""))
        elif self._left > 0 and not self._stream.aborted:
            raise ValueError(f"the response ended {self._left} bytes short of its Content-Length")
        else:
            self._finish((END, self.id))

    def _exhaust(self, iterator: Iterator[Any]) -> None:
        """Let the application go on behind its last piece; what else it gives is too much."""
        lane = self.lane
        lane.before_cleanup()
        try:
            for data in iterator:
                if data:
                    lane.log("warning", TOO_LONG)
                    return
        except BaseException as error:
            lane.log_failure(error)

    def fail(self, text: str) -> None:
        self._finish((ERROR, self.id, text))

    def _finish(self, message: tuple[Any, ...]) -> None:
        self.lane.finish(message)
        self.finished = True  # not before: a RequestTimeout may keep the lane from it

    def _started(self) -> str:
        if self.status is None:
            raise AssertionError("the application sent no head: it did not call start_response")
        return self.status

    def _begin(self) -> None:
        """Before the first piece: all that a streamed answer needs."""
        if self.sent:
            return
        self._started()
        self._left = content_length(self.headers)
        self._stream = self.lane.stream(self.id)

    def _join(self, pieces: list[Any]) -> bytes | None:
        """All pieces as one, if they are right and small; else None."""
        total = 0
        for piece in pieces:
            if not isinstance(piece, bytes):
                return None
            total += len(piece)
        return b"".join(pieces) if total <= self.lane.chunk_bytes else None

    def _send(self, data: bytes) -> None:
        """Send a piece, waiting for credit; raises GoneError when nobody wants it."""
        lane = self.lane
        stream = self._stream
        if self._left > 0:
            self._left -= len(data)
        size = len(data)
        if size <= lane.chunk_bytes and size <= stream.credit:
            self._send_piece(stream, data)
            return
        view = memoryview(data)
        at = 0
        while at < size:
            if not stream.credit:
                lane.await_credit(stream)
            end = min(size, at + lane.chunk_bytes, at + stream.credit)
            self._send_piece(stream, view[at:end])
            at = end

    def _send_piece(self, stream: Stream, piece: bytes | memoryview) -> None:
        if stream.aborted:
            raise GoneError("the client went away before the response was complete")
        stream.credit -= len(piece)
        if self.sent:
            self.lane.send_piece((CHUNK, self.id, piece))
        else:
            self.sent = True
            self.lane.send_piece((START, self.id, self.status, self.headers, piece))

    def _send_file(self, wrapper: FileWrapper) -> bool:
        """Let the server send the file. False when the lane has to stream it."""
        lane = self.lane
        status = self._started()
        found = regular_file(wrapper.file)
        if found is None:
            return False
        fd, offset, count = found
        length = content_length(self.headers)
        if length > count:
            return False  # too short: streaming it tells
        if length >= 0:
            count = length
        lane.hide()
        stream = lane.stream(self.id)
        stream.in_file = True
        lane.send_piece((FILE, self.id, status, self.headers, fd, offset, count))
        lane.await_file(stream)
        if stream.file_done:
            lane.finish_file(self.id)
            self.finished = True
            return True
        lane.show()
        return False
