"""What a link sends arrives as it was, in whatever parts the socket takes it."""

from __future__ import annotations

import random
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from krait._worker.link import GATHERED_BYTES, Link
from krait._worker.protocol import FRAME_BYTES_MAX, FrameBuffer

Message = tuple[Any, ...]


class Text(str):
    __slots__ = ()


def received(listener: socket.socket, found: list[list[Message]]) -> None:
    frames = FrameBuffer(4096)
    connection = listener.accept()[0]
    with connection:
        while count := connection.recv_into(frames.room()):
            frames.received(count)
            while (messages := frames.next()) is not None:
                found.append(messages)


def sent(folder: Path, frames: list[list[Message]]) -> list[list[Message]]:
    """What arrives of `frames`."""
    found: list[list[Message]] = []
    path = str(folder / "link")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(path)
        listener.listen()
        reader = threading.Thread(target=received, args=(listener, found))
        reader.start()
        link = Link(path, 4096)
        try:
            for frame in frames:
                link.send(list(frame))
        finally:
            link.close()
            reader.join()
    return found


@pytest.mark.parametrize("seed", range(10))
def test_bodies_of_any_size_arrive_whole(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    frames: list[list[Message]] = []
    for id in range(1, 30):
        size = chance.choice((0, 1, GATHERED_BYTES - 1, GATHERED_BYTES, 100_000, 1 << 20))
        head = Text("200 OK") if chance.random() < 0.3 else "200 OK"
        answers = [(27, id, 1), (20, id, head, [("Name", Text("x"))], chance.randbytes(size))]
        frames.append(answers[chance.randrange(2) :])
    assert sent(tmp_path, frames) == frames


def test_a_part_of_a_larger_body_arrives_as_bytes(tmp_path: Path) -> None:
    body = random.Random(1).randbytes(3 * GATHERED_BYTES)
    part = memoryview(body)[GATHERED_BYTES:]
    assert sent(tmp_path, [[(22, 1, part)]]) == [[(22, 1, body[GATHERED_BYTES:])]]


def test_what_does_not_fit_into_one_frame_goes_into_several(tmp_path: Path) -> None:
    half = bytes(FRAME_BYTES_MAX // 2)
    answers: list[Message] = [(20, 1, "200 OK", [], half), (20, 2, "200 OK", [], half)]
    assert sent(tmp_path, [answers]) == [answers[:1], answers[1:]]
