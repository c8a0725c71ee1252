"""Bodies larger than memory: what streams through a worker does not stay in it."""

from __future__ import annotations

import queue
import threading

import pytest
from server import Message, Server, request

MEGABYTES = 200
PIECE = bytes(range(256)) * 256
SLACK_KB = 8 * 1024

SOURCE = """
def app(environ, start_response):
    path = environ["PATH_INFO"]
    start_response("200 OK", [])
    if path == "/in":
        size = 0
        while piece := environ["wsgi.input"].read(1 << 16):
            size += len(piece)
        return [b"%d" % size]
    if path == "/lines":
        return [b"%d" % sum(map(len, environ["wsgi.input"]))]
    if path == "/out":
        return out(int(environ["QUERY_STRING"]))
    if path == "/echo":
        return iter(lambda: environ["wsgi.input"].read(100000), b"")
    return [b"warm"]

def out(count):
    piece = bytes(range(256)) * 256
    for _ in range(count):
        yield piece
"""


def send_body(server: Server, count: int) -> None:
    """Send `count` pieces as BODY_CREDIT allows; the answer waits in `server.lane.waiting`."""
    credit = 262144
    lane = server.lane
    for number in range(count):
        while credit < len(PIECE):
            kind, _, granted = lane.next()
            assert kind == 24
            credit += granted
        lane.send((3, 1, PIECE, number + 1 == count))
        credit -= len(PIECE)


@pytest.mark.parametrize("path", ["/in", "/lines"])
def test_a_large_body_is_read_in_flat_memory(path: str) -> None:
    count = MEGABYTES * 16
    with Server(SOURCE) as server:
        server.get("/in", body=bytes(65536))
        before = server.rss_kb()
        server.lane.send(request(1, path, body=None))
        send_body(server, count)
        message = server.lane.next()
        while message[0] == 24:
            message = server.lane.next()
        assert message[4] == b"%d" % (count * len(PIECE))
        assert server.rss_kb(peak=True) < before + SLACK_KB


def test_a_large_answer_is_sent_in_flat_memory() -> None:
    count = MEGABYTES * 16
    with Server(SOURCE) as server:
        server.get("/out", query="10")
        before = server.rss_kb()
        server.lane.send(request(1, "/out", query=str(count)))
        received = 0
        while (message := server.lane.next())[0] != 23:
            assert message[-1] == PIECE
            received += len(message[-1])
            server.lane.send((4, 1, len(message[-1])))
        assert received == count * len(PIECE)
        assert server.rss_kb(peak=True) < before + SLACK_KB


def test_an_echo_streams_both_ways_at_once() -> None:
    count = 300
    with Server(SOURCE) as server:
        server.lane.send(request(1, "/echo", body=None))
        messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

        def send() -> None:
            # A thread of its own: like the server, the test reads whether it can write or not.
            while (message := messages.get()) is not None:
                server.lane.send(message)

        sender = threading.Thread(target=send, daemon=True)
        sender.start()
        received = bytearray()
        credit, sent = 262144, 0
        message: Message = (24, 1, 0)
        while message[0] != 23:
            if message[0] == 24:
                credit += message[2]
            else:
                received += message[-1]
                messages.put((4, 1, len(message[-1])))
            while credit >= len(PIECE) and sent < count:
                sent += 1
                credit -= len(PIECE)
                messages.put((3, 1, PIECE, sent == count))
            message = server.lane.next()
        messages.put(None)
        sender.join(30)
        assert received == PIECE * count
