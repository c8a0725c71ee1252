"""The control link: what concerns the process and not a request. A thread of its own serves it."""

from __future__ import annotations

import os
from _thread import allocate_lock, start_new_thread
from time import sleep

from .link import Link, give_up
from .protocol import FAILED, LOG, READY, STACKS, ProtocolError, hello, printable
from .trace import stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .protocol import Message
    from .wsgi import Lane

BUFFER_BYTES = 4096
IDLE_SECONDS = 0.01


class Control:
    """Sends from any thread; receives on its own."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._lock = allocate_lock()
        self._link = Link(settings["control"], BUFFER_BYTES)
        self._link.send([hello(settings, -1)])
        self._open = True
        self.lanes: list[Lane] = []
        self.stopping = False

    def start(self) -> None:
        start_new_thread(self._run, ())

    def ready(self, info: dict[str, Any]) -> None:
        self._send([(READY, info)])

    def failed(self, kind: str, text: str) -> None:
        self._send([(FAILED, kind, printable(text))])

    def log(self, level: str, lines: Iterable[str], request_id: str) -> None:
        """Records for the server's log. In a forked child they go to standard error."""
        if self._open:
            self._send([(LOG, level, printable(line), request_id) for line in lines])
        else:
            for line in lines:
                os.write(2, line.encode("utf-8", "backslashreplace") + b"\n")

    def after_fork(self) -> None:
        """In the child: the link belongs to the parent."""
        self._open = False
        self._lock = allocate_lock()
        self._link.close()

    def _send(self, messages: list[Message]) -> None:
        with self._lock:
            try:
                self._link.send(messages)
            except OSError as error:
                give_up(error)

    def _run(self) -> None:
        try:
            while (messages := self._link.receive()) is not None:
                for message in messages:
                    self._take(message)
        except (ProtocolError, OSError) as error:
            give_up(error)
        if not self.stopping:
            give_up("the server is gone")

    def _take(self, message: Message) -> None:
        if type(message) is not tuple:
            raise ProtocolError("a message that is no tuple")
        match message:
            case (30,):  # STOP
                self._stop()
            case (31, int(lane), int(id)) if 0 <= lane < max(1, len(self.lanes)):  # CANCEL
                if self.lanes:
                    self.lanes[lane].cancel(id)
            case (32,):  # DUMP
                names = {lane.ident: lane.describe() for lane in self.lanes}
                self._send([(STACKS, stacks(names))])
            case _:
                raise ProtocolError(f"a wrong message on the control link: {message!r:.80}")

    def _stop(self) -> None:
        """Let the lanes end. The server sends no more requests, and this link stays in service."""
        if self.stopping:
            return
        self.stopping = True
        if not self.lanes:
            os._exit(0)
        start_new_thread(self._wake_lanes, ())

    def _wake_lanes(self) -> None:
        """End the wait of every lane that has nothing to do.

        A frame that a lane has received but not looked at yet can't be seen from here, hence the
        second look.
        """
        lanes = list(self.lanes)
        while lanes:
            idle = [(lane, lane.mark) for lane in lanes if not lane.inbox.streams]
            sleep(IDLE_SECONDS)
            for lane, mark in idle:
                if lane.mark == mark and not lane.inbox.streams:
                    lane.link.wake()
                    lanes.remove(lane)
