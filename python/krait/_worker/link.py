"""A Unix-domain stream socket that carries frames."""

from __future__ import annotations

import os
from _socket import AF_UNIX, MSG_DONTWAIT, SHUT_RD, SOCK_STREAM
from _socket import socket as Socket  # noqa: N812 (the C type itself: no Python layer to load)
from marshal import dumps, loads
from time import monotonic, sleep

from .protocol import FRAME_BYTES_MAX, HEAD, LENGTH, LIST, FrameBuffer, ProtocolError, exact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from .protocol import Message

WAIT_MS = 100
CONNECT_SECONDS = 10
GATHERED_BYTES = 16 * 1024
"""From this size on, to copy the last body of a frame costs more than to send it apart."""


def give_up(reason: object) -> NoReturn:
    """End the process at once: the server is gone, or the link can't be trusted any more."""
    try:
        os.write(2, f"krait worker {os.getpid()}: {reason}\n".encode("utf-8", "backslashreplace"))
    finally:
        os._exit(70)


def _connect(path: str) -> Socket:
    """Connect to a socket that the server may be about to make: it starts workers first."""
    deadline = monotonic() + CONNECT_SECONDS
    while True:
        link = Socket(AF_UNIX, SOCK_STREAM)
        try:
            link.connect(path)
        except (FileNotFoundError, ConnectionRefusedError):
            link.close()
            if monotonic() > deadline:
                raise
            sleep(0.001)
        else:
            return link


class Link:
    """Blocking frames over a socket. For one thread at a time, but for `close`."""

    __slots__ = ("_recv_into", "_sendmsg", "frames", "sendall", "socket")

    def __init__(self, path: str, buffer_bytes: int) -> None:
        self.socket = _connect(path)
        self.frames = FrameBuffer(buffer_bytes)
        self.sendall = self.socket.sendall
        self._sendmsg = self.socket.sendmsg
        self._recv_into = self.socket.recv_into

    def send(self, messages: list[Message]) -> None:
        """One frame, or several when they would not fit into one."""
        body = messages[-1][-1]
        if (type(body) is bytes or type(body) is memoryview) and len(body) >= GATHERED_BYTES:
            self._send_gathered(messages, body)
            return
        try:
            payload = dumps(messages, 2)
        except ValueError:
            payload = dumps(exact(messages), 2)
        if len(payload) > FRAME_BYTES_MAX and len(messages) > 1:
            for message in messages:
                self.send([message])
            return
        self.sendall(LENGTH.pack(len(payload)) + payload)

    def _send_gathered(self, messages: list[Message], body: bytes | memoryview) -> None:
        """A frame whose end is `body`, which is neither dumped nor joined: a large one is touched
        by the system call alone."""
        messages[-1] = (*messages[-1][:-1], b"")
        try:
            payload = dumps(messages, 2)
        except ValueError:
            payload = dumps(exact(messages), 2)
        size = len(body)
        if len(payload) + size > FRAME_BYTES_MAX and len(messages) > 1:
            self.send(messages[:-1])
            self._send_gathered(messages[-1:], body)
            return
        # Bytes in marshal's form: `s`, length, content. Those of b"" end with a length of 0.
        head = LENGTH.pack(len(payload) + size) + payload[:-4] + LENGTH.pack(size)
        sent = self._sendmsg((head, body))
        if sent < len(head):
            self.sendall(head[sent:])
            sent = len(head)
        if sent < len(head) + size:
            self.sendall(memoryview(body)[sent - len(head) :])

    def receive(self) -> list[Message] | None:
        """The next frame; None when the server has closed the link between two frames."""
        frames = self.frames
        if not frames.end:
            count = self._recv_into(frames.buffer)
            # Nearly always exactly one frame has arrived: spare it the general path.
            if count > 8:
                length, code, number = HEAD.unpack_from(frames.buffer)
                if length == count - 4 and code == LIST and number < length:
                    messages: list[Message] | None
                    try:
                        messages = loads(frames.view[4:count])
                    except (EOFError, ValueError, TypeError, MemoryError) as error:
                        raise ProtocolError(f"a frame that is no marshal: {error}") from None
                    return messages
            if not count:
                return None
            frames.received(count)
        while (messages := frames.next()) is None:
            count = self._recv_into(frames.room())
            if not count:
                if frames.end:
                    raise ProtocolError("the link ended inside a frame")
                return None
            frames.received(count)
        return messages

    def poll(self) -> list[Message] | None:
        """A frame that has already arrived whole; None when there is none."""
        frames = self.frames
        if frames.end:
            messages = frames.next()
            if messages is not None:
                return messages
        try:
            count = self._recv_into(frames.room(), 0, MSG_DONTWAIT)
        except BlockingIOError:
            return None
        if not count:
            raise ProtocolError("the link ended while a request was in progress")
        frames.received(count)
        return frames.next()

    def wait(self) -> None:
        """Return when bytes have arrived, or soon without them."""
        from select import POLLIN, poll  # noqa: PLC0415 (few requests wait for the link)

        poller = poll()
        poller.register(self.socket.fileno(), POLLIN)
        poller.poll(WAIT_MS)

    def wake(self) -> None:
        """End the `receive` of another thread, after what has arrived."""
        try:
            self.socket.shutdown(SHUT_RD)
        except OSError:
            pass  # the server has closed it: the receiver knows

    def close(self) -> None:
        self.socket.close()
