"""wsgi.input."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from .protocol import Stream

    class Pieces(Protocol):
        """Where a body's pieces come from: the lane."""

        def await_body(self, stream: Stream) -> None: ...
        def grant_body(self, stream: Stream, count: int) -> None: ...


class EmptyBody:
    """The wsgi.input of requests without a body; it has no state, so one serves them all."""

    __slots__ = ()

    def read(self, size: int | None = -1, /) -> bytes:
        return b""

    def readline(self, size: int | None = -1, /) -> bytes:
        return b""

    def readlines(self, hint: int | None = -1, /) -> list[bytes]:
        return []

    def __iter__(self) -> Iterator[bytes]:
        return iter(())

    def close(self) -> None:
        """Nothing to close."""


class StreamedBody:
    """The wsgi.input of a request whose body comes in pieces.

    It never holds more than the request window. For the lane's own thread, or one that works for it
    while it waits.
    """

    __slots__ = ("_at", "_consumed", "_data", "_lane", "_stream", "_window")

    def __init__(self, lane: Pieces, stream: Stream, window: int) -> None:
        self._lane = lane
        self._stream: Stream | None = stream
        self._window = window
        self._consumed = 0
        self._data = b""
        self._at = 0

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            return b"".join(iter(self._take_rest, b""))
        first = self._take(size)
        if len(first) == size or not first:
            return first
        pieces = [first]
        missing = size - len(first)
        while missing and (piece := self._take(missing)):
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)

    def readline(self, size: int | None = -1, /) -> bytes:
        missing = -1 if size is None else size
        pieces = []
        while missing and self._fill():
            end = self._data.find(b"\n", self._at) + 1 or len(self._data)
            if missing > 0:
                end = min(end, self._at + missing)
                missing -= end - self._at
            piece = self._data[self._at : end]
            self._at = end
            pieces.append(piece)
            if piece.endswith(b"\n"):
                break
        return b"".join(pieces)

    def readlines(self, hint: int | None = -1, /) -> list[bytes]:
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.readline, b"")

    def close(self) -> None:
        """Nothing to close: the server discards what the application leaves unread."""

    def end(self) -> None:
        """The request is over."""
        self._stream = None
        self._data = b""
        self._at = 0

    def _take(self, size: int) -> bytes:
        """At most `size` bytes, and none only at the end of the body."""
        if not size or not self._fill():
            return b""
        at = self._at
        data = self._data
        if not at and len(data) <= size:
            self._data = b""
            return data
        piece = data[at : at + size]
        self._at = at + len(piece)
        return piece

    def _take_rest(self) -> bytes:
        return self._take(1 << 62)

    def _fill(self) -> bool:
        """Have unread bytes at hand. False at the end of the body."""
        if self._at < len(self._data):
            return True
        stream = self._stream
        if stream is None:
            raise ValueError("wsgi.input was read after the end of its request")
        if not stream.chunks:
            if stream.ended:
                return False
            self._lane.await_body(stream)
            if not stream.chunks:
                return False
        self._data = stream.chunks.popleft()
        self._at = 0
        self._consumed += len(self._data)
        # A quarter at a time: the server never runs dry, and few messages are needed.
        if self._consumed >= self._window // 4 and not stream.ended:
            count, self._consumed = self._consumed, 0
            self._lane.grant_body(stream, count)
        return True
