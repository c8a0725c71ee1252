"""Frames under arbitrary cuts, and arbitrary bytes as frames. Seeded: every run is the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from server import encode, request

from krait._worker.protocol import (
    FRAME_BYTES_MAX,
    KEPT_BYTES_MAX,
    FrameBuffer,
    Inbox,
    ProtocolError,
)

SEEDS = range(200)


def value(chance: random.Random, depth: int = 0) -> Any:
    kinds = ["none", "bool", "int", "long", "str", "bytes"] + ["tuple", "list", "dict"] * (
        depth < 3
    )
    kind = chance.choice(kinds)
    if kind == "none":
        return None
    if kind == "bool":
        return chance.random() < 0.5
    if kind == "int":
        return chance.randrange(-(1 << 31), 1 << 31)
    if kind == "long":
        return chance.randrange(-(1 << 63), 1 << 63)
    if kind == "str":
        return "".join(chr(chance.choice((65, 0, 255, 0x20AC, 0x1F600))) for _ in range(9))
    if kind == "bytes":
        return chance.randbytes(chance.choice((0, 1, 255, 256, 5000)))
    items = [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind == "tuple":
        return tuple(items)
    if kind == "list":
        return items
    return {str(number): item for number, item in enumerate(items)}


def feed(buffer: FrameBuffer, data: bytes) -> list[Any]:
    """Give the buffer `data` as fast as it has room."""
    found = []
    while data:
        room = buffer.room()
        size = min(len(room), len(data))
        room[:size] = data[:size]
        buffer.received(size)
        data = data[size:]
        while (messages := buffer.next()) is not None:
            found.append(messages)
    return found


def test_frames_survive_a_cut_at_every_byte() -> None:
    sent = [[request(1, "/a")], [(4, 1, 5), (3, 1, b"x" * 90, True)], [(5, 1)]]
    data = b"".join(map(encode, sent))
    for cut in range(len(data) + 1):
        buffer = FrameBuffer(32)
        assert feed(buffer, data[:cut]) + feed(buffer, data[cut:]) == sent


@pytest.mark.parametrize("seed", SEEDS)
def test_random_frames_in_random_pieces(seed: int) -> None:
    chance = random.Random(seed)
    sent = [[value(chance) for _ in range(chance.randrange(5))] for _ in range(20)]
    data = b"".join(map(encode, sent))
    buffer = FrameBuffer(chance.choice((16, 100, 65536)))
    found = []
    while data:
        cut = chance.randrange(1, chance.choice((3, 100, 20000)))
        found += feed(buffer, data[:cut])
        data = data[cut:]
    assert found == sent
    assert len(buffer.buffer) <= max(buffer.size, KEPT_BYTES_MAX)


def test_a_buffer_that_had_to_grow_is_kept_up_to_a_limit() -> None:
    buffer = FrameBuffer(100)
    feed(buffer, encode([(3, 1, bytes(1000), False)]))
    assert len(buffer.buffer) > 1000
    feed(buffer, encode([(3, 1, bytes(KEPT_BYTES_MAX), False)]))
    assert len(buffer.buffer) == 100


@pytest.mark.parametrize("seed", SEEDS)
def test_garbage_is_refused_or_is_no_request(seed: int) -> None:
    chance = random.Random(seed)
    payload = bytearray(encode([request(1), (3, 1, b"abc", True), (4, 1, 5)])[4:])
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(payload))
        # A zero is mostly the upper part of a size, for which marshal would make room.
        payload[at] = chance.randrange(256 if payload[at] else 2)
    if chance.random() < 0.3:
        payload = bytearray(chance.randbytes(chance.randrange(1, 60)))
    data = len(payload).to_bytes(4, "little") + bytes(payload)
    inbox = Inbox(1000, 1000)
    try:
        for messages in feed(FrameBuffer(64), data):
            inbox.accept(messages)
    except ProtocolError:
        return
    for message in inbox.queue:
        assert [type(part) for part in message[1:8]] == [int, bytes, str, str, str, str, str]
        assert message[8] is None or type(message[8]) is bytes


def test_the_largest_frame_is_taken_and_one_byte_more_is_not() -> None:
    overhead = len(encode([(3, 1, b"", False)])) - 4
    data = encode([(3, 1, bytes(FRAME_BYTES_MAX - overhead), False)])
    assert len(data) == FRAME_BYTES_MAX + 4
    assert len(feed(FrameBuffer(64), data)) == 1
    with pytest.raises(ProtocolError):
        feed(FrameBuffer(64), (FRAME_BYTES_MAX + 1).to_bytes(4, "little"))


def test_body_beyond_its_window_is_refused() -> None:
    inbox = Inbox(1000, 1000)
    inbox.accept([request(1, body=None), (3, 1, bytes(600), False), (3, 1, bytes(400), False)])
    inbox.stream(1).window += 10
    inbox.accept([(3, 1, bytes(10), False)])
    with pytest.raises(ProtocolError, match="window"):
        inbox.accept([(3, 1, b"x", False)])


def test_credit_and_abort_of_a_waiting_request_are_kept() -> None:
    inbox = Inbox(1000, 1000)
    inbox.accept([request(1), request(2), (4, 2, 50), (5, 2)])
    assert inbox.streams[1] is None
    assert inbox.stream(2).credit == 1050
    assert inbox.stream(2).aborted
