"""RequestTimeout raised inside a running request, and never inside the next one.

A lane's `running` is the id of its request while application code runs, its negative while the
worker's own code must not be interrupted, and 0 when no request is in progress. `cancelled` is the
id of a request that is to be interrupted, or INJECTED when the exception is on its way or has
arrived.

Each side writes its own variable before it reads the other's, so at least one of them sees that a
cancel meets the end of its request. The lane that sees `cancelled` waits while `cancelling`. A lock
would not do: an exception that arrives just after it was taken would leave it taken.
"""

from __future__ import annotations

import _signal
from _thread import get_ident
from time import sleep

import krait

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Protocol

    class Interrupter(Protocol):
        """How an exception gets into the lane's thread."""

        def interrupt(self, lane: Cancellable) -> None:
            """Called by the control thread, while `cancelling`."""

        def clear(self, lane: Cancellable) -> None:
            """Called by the lane's thread: nothing may arrive after this."""


INJECTED = -1
TEXT = "the server's time limit for this request has passed"


class Cancellable:
    """The part of a lane that a CANCEL meets."""

    ident = 0
    running = 0
    cancelled = 0
    cancelling = False
    interrupter: Interrupter

    def cancel(self, id: int) -> None:
        """Interrupt the request if it is still running. Called by the control thread."""
        if abs(self.running) != id:
            return  # what is kept for the one that runs must not be lost
        self.cancelling = True
        self.cancelled = id
        running = self.running
        if running == id:
            self.interrupter.interrupt(self)
        elif running != -id:
            self.cancelled = 0
        self.cancelling = False

    def hide(self) -> bool:
        """From here on the worker's own code runs: no interruption. In the lane's thread.

        False when it was so already; the caller leaves `show` to who came first.
        """
        if self.running <= 0:
            return False
        self.running = -self.running
        if self.cancelled:
            arrived = False
            try:
                self._await_arrival()
            except krait.RequestTimeout:
                arrived = True  # here, where it hurts nobody; no second one follows
                self._await_arrival()
            if self.cancelled == INJECTED:
                # One that had arrived before was the application's to handle.
                self.cancelled = -self.running if arrived else 0
        return True

    def show(self) -> None:
        """Application code goes on. Raises RequestTimeout when it came due meanwhile."""
        if self.running < 0:
            self.running = -self.running
            if self.cancelled:
                while self.cancelling:
                    sleep(0)
                if self.cancelled == self.running:
                    self.cancelled = 0
                    raise krait.RequestTimeout(TEXT)

    def settle(self) -> None:
        """Forget a cancel, also one that is on its way: `running` is 0. In the lane's thread."""
        try:
            self._await_arrival()
        except krait.RequestTimeout:
            self._await_arrival()
        self.cancelled = 0

    def due(self) -> bool:
        """Whether `show` will raise. While hidden."""
        return self.cancelled == -self.running != 0

    def _await_arrival(self) -> None:
        """Return when no exception can arrive any more; raises the one that does."""
        while self.cancelling:
            sleep(0)
        if self.cancelled == INJECTED:
            sleep(0)  # one that is on its way arrives behind this call at the latest
            self.interrupter.clear(self)


class SignalInterrupter:
    """For a lane on the main thread: a signal, which ends blocking calls too."""

    def __init__(self, number: int, lane: Cancellable) -> None:
        self.number = number
        self.lane = lane
        _signal.signal(number, self._raise)

    def interrupt(self, lane: Cancellable) -> None:
        _signal.pthread_kill(lane.ident, self.number)

    def clear(self, lane: Cancellable) -> None:
        """Without `cancelled` the handler does nothing."""

    def _raise(self, number: int, frame: FrameType | None) -> None:
        lane = self.lane
        if lane.cancelled and lane.cancelled == lane.running and get_ident() == lane.ident:
            lane.cancelled = 0
            raise krait.RequestTimeout(TEXT)


class ThreadInterrupter:
    """For a lane on another thread: an exception that its next Python instruction meets.

    A call that blocks outside of Python ends first. Without ctypes nothing can be interrupted, and
    the server ends such a process after its own limit.
    """

    def __init__(self) -> None:
        self._set: Callable[[int, type[BaseException] | None], None] | None = None

    def interrupt(self, lane: Cancellable) -> None:
        if self._set is None:
            self._set = _setter()
        if self._set is not None:
            lane.cancelled = INJECTED
            self._set(lane.ident, krait.RequestTimeout)

    def clear(self, lane: Cancellable) -> None:
        if self._set is not None:
            self._set(lane.ident, None)


def _setter() -> Callable[[int, type[BaseException] | None], None] | None:
    try:
        import ctypes  # noqa: PLC0415 (large, and most processes never need it)
    except ImportError:
        return None
    call = ctypes.pythonapi.PyThreadState_SetAsyncExc

    def set_exception(ident: int, error: type[BaseException] | None) -> None:
        call(ctypes.c_ulong(ident), None if error is None else ctypes.py_object(error))

    return set_exception


def free_signal() -> int | None:
    """A signal that the application does not use."""
    last = getattr(_signal, "SIGRTMAX", None)
    numbers = [] if last is None else [last - back for back in range(1, 6)]
    for number in (*numbers, _signal.SIGUSR2):
        if _signal.getsignal(number) == _signal.SIG_DFL:
            return int(number)
    return None


def interrupter_for(lane: Cancellable, main: bool) -> Interrupter:
    """The best means for this lane; for a lane on the main thread call it there."""
    number = free_signal() if main else None
    return ThreadInterrupter() if number is None else SignalInterrupter(number, lane)
