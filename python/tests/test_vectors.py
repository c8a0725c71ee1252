"""The vectors that both implementations of the protocol share."""

from __future__ import annotations

import json
import marshal
from typing import Any

import pytest
import wire_vectors

from krait._worker.protocol import FrameBuffer, Inbox, ProtocolError, decode_block

MESSAGES = json.loads((wire_vectors.FOLDER / "messages.json").read_text(encoding="utf-8"))
MALFORMED = json.loads((wire_vectors.FOLDER / "malformed.json").read_text(encoding="utf-8"))
STATES = json.loads((wire_vectors.FOLDER / "states.json").read_text(encoding="utf-8"))

TO_WORKER = [case for case in MESSAGES if case["to"] == "worker"]
REFUSED = [
    case
    for case in MALFORMED
    if case["to"] in ("worker", "both") and case["link"] == "data" and not case.get("cut")
]


def name(case: dict[str, Any]) -> str:
    return str(case["name"])


def value(notation: Any) -> Any:
    """What the JSON notation of a vector stands for."""
    if not isinstance(notation, dict):
        return notation
    ((kind, content),) = notation.items()
    if kind == "bytes":
        return bytes.fromhex(content)
    if kind == "int":
        return int(content)
    if kind == "tuple":
        return tuple(value(item) for item in content)
    if kind == "list":
        return [value(item) for item in content]
    assert kind == "dict"
    return {value(key): value(item) for key, item in content}


def frames(data: bytes, pieces: int = 1 << 20) -> list[list[Any]]:
    """The frames of received bytes, given to the buffer piece by piece."""
    buffer = FrameBuffer(64)
    found = []
    at = 0
    while at < len(data):
        room = buffer.room()
        piece = data[at : at + min(pieces, len(room))]
        assert piece, "the buffer has no room"
        room[: len(piece)] = piece
        buffer.received(len(piece))
        at += len(piece)
        while (messages := buffer.next()) is not None:
            found.append(messages)
    return found


def accept(messages: list[Any]) -> Inbox:
    inbox = Inbox(262144, 262144)
    inbox.accept(messages)
    for message in inbox.queue:  # the lane decodes the block when it runs the request
        decode_block(message[2])
    return inbox


def accept_all(data: bytes, pieces: int) -> None:
    for messages in frames(data, pieces):
        accept(messages)


def test_the_files_are_as_the_script_writes_them() -> None:
    for file, text in wire_vectors.files().items():
        assert (wire_vectors.FOLDER / file).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("case", MESSAGES, ids=name)
def test_marshal_writes_and_reads_the_frame(case: dict[str, Any]) -> None:
    messages = [value(message) for message in case["messages"]]
    frame = bytes.fromhex(case["frame"])
    assert marshal.dumps(messages, 2) == frame[4:]
    for form in (frame, *map(bytes.fromhex, case["alternatives"])):
        for pieces in (1, 7, 1 << 20):
            assert frames(form, pieces) == [messages]


@pytest.mark.parametrize("case", [c for c in TO_WORKER if c["link"] == "data"], ids=name)
def test_a_lane_accepts_the_frame(case: dict[str, Any]) -> None:
    for form in (case["frame"], *case["alternatives"]):
        (messages,) = frames(bytes.fromhex(form))
        if messages[0][0] == 6:
            inbox = accept([value(message) for message in MESSAGES[5]["messages"]])
            inbox.stream(2).in_file = True
            inbox.accept(messages)
            assert inbox.stream(2).file_done is messages[0][2]
        else:
            requests = [message for message in messages if message[0] == 2]
            assert list(accept(messages).queue) == requests


@pytest.mark.parametrize("case", REFUSED, ids=name)
def test_a_lane_refuses_the_bytes(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["bytes"])
    for pieces in (1, 1 << 20):
        with pytest.raises(ProtocolError):
            accept_all(data, pieces)


@pytest.mark.parametrize("case", [c for c in MALFORMED if c.get("cut")], ids=name)
def test_the_beginning_of_a_frame_is_awaited(case: dict[str, Any]) -> None:
    assert frames(bytes.fromhex(case["bytes"])) == []


def in_state(state: str) -> Inbox:
    inbox = Inbox(1000, 1000)
    if state != "IDLE":
        inbox.accept([wire_vectors.request(1, None)])
        inbox.queue.clear()
    if state == "FILE":
        inbox.stream(1).in_file = True
    return inbox


EVENTS: dict[str, tuple[Any, ...]] = {
    "REQUEST": wire_vectors.request(1, None),
    "BODY": (3, 1, b"x", False),
    "CREDIT": (4, 1, 5),
    "ABORT": (5, 1),
    "FILE_TAKEN": (6, 1, True),
    "FILE_REFUSED": (6, 1, False),
}


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("state", STATES["states"])
def test_a_lane_allows_what_the_table_allows(state: str, event: str) -> None:
    step = {"from": state, "event": event}
    allowed = any(step.items() <= listed.items() for listed in STATES["steps"])
    allowed |= event in (STATES["crossed"] if state == "IDLE" else STATES["anytime"])
    inbox = in_state(state)
    if allowed:
        inbox.accept([EVENTS[event]])
    else:
        with pytest.raises(ProtocolError):
            inbox.accept([EVENTS[event]])


def test_what_crossed_with_the_final_message_leaves_no_trace() -> None:
    inbox = in_state("IDLE")
    inbox.accept([EVENTS[event] for event in STATES["crossed"]])
    assert not inbox.streams
    assert not inbox.queue
