"""wsgi.input reads like a file, whatever pieces the body comes in."""

from __future__ import annotations

import io
import random
from collections import deque

import pytest

from krait._worker.body import EmptyBody, StreamedBody
from krait._worker.protocol import Stream

WINDOW = 4096


class Feed:
    """Gives a body's pieces when they are awaited, within the window, as the server would."""

    def __init__(self, data: bytes, chance: random.Random) -> None:
        self.rest = data
        self.chance = chance
        self.stream = Stream(0, WINDOW, False)
        self.waits = 0

    def await_body(self, stream: Stream) -> None:
        self.waits += 1
        for _ in range(self.chance.randrange(1, 4)):
            size = self.chance.randrange(1, self.chance.choice((3, 50, 3000)))
            if stream.chunks and not stream.window:
                return
            piece = self.rest[: min(size, stream.window)]
            assert piece or not self.rest, "the window is shut"
            self.rest = self.rest[len(piece) :]
            if piece:
                stream.window -= len(piece)
                stream.chunks.append(piece)
            if not self.rest:
                stream.ended = True
                return

    def grant_body(self, stream: Stream, count: int) -> None:
        stream.window += count
        assert stream.window <= WINDOW


def text(chance: random.Random, size: int) -> bytes:
    return bytes(chance.choices(b"ab\n", (10, 10, 1), k=size))


@pytest.mark.parametrize("seed", range(100))
def test_reads_like_a_file(seed: int) -> None:
    chance = random.Random(seed)
    data = text(chance, chance.choice((0, 1, 100, 20000)))
    expected = io.BytesIO(data)
    feed = Feed(data, chance)
    body = StreamedBody(feed, feed.stream, WINDOW)
    for _ in range(300):
        size = chance.choice((0, 1, 7, 100, 5000, -1, None))
        way = chance.choice(("read", "readline", "readline", "readlines"))
        if way == "read" and (size is None or size < 0) and chance.random() < 0.9:
            size = 64
        if way == "readlines":
            size = chance.choice((1, 10, 100))
        assert getattr(body, way)(size) == getattr(expected, way)(size)
    assert body.read() == expected.read()
    assert body.read(10) == body.readline() == b""
    assert body.readlines() == []


@pytest.mark.parametrize("seed", range(20))
def test_iterates_over_lines(seed: int) -> None:
    chance = random.Random(seed)
    data = text(chance, 5000)
    feed = Feed(data, chance)
    assert list(StreamedBody(feed, feed.stream, WINDOW)) == data.splitlines(keepends=True)


def test_does_not_wait_for_more_than_was_asked() -> None:
    feed = Feed(b"", random.Random(0))
    feed.stream.chunks = deque([b"abc"])
    body = StreamedBody(feed, feed.stream, WINDOW)
    assert body.read(2) == b"ab"
    assert body.read(1) == b"c"
    assert feed.waits == 0


def test_a_piece_that_fits_is_not_copied() -> None:
    feed = Feed(b"", random.Random(0))
    piece = b"x" * 1000
    feed.stream.chunks = deque([piece])
    assert StreamedBody(feed, feed.stream, WINDOW).read(1000) is piece


def test_is_over_with_its_request() -> None:
    feed = Feed(b"abc", random.Random(0))
    body = StreamedBody(feed, feed.stream, WINDOW)
    body.end()
    with pytest.raises(ValueError, match="after the end of its request"):
        body.read(1)


def test_the_empty_body() -> None:
    body = EmptyBody()
    assert body.read() == body.read(5) == body.readline() == body.readline(5) == b""
    assert body.readlines() == list(body) == []
    assert body.close() is None  # type: ignore[func-returns-value]
