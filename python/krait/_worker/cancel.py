"""RequestTimeout raised inside a running request, and never inside the next one.

A lane's `running` is the id of its request while application code runs, its negative while the
worker's own code must not be interrupted, and 0 when no request is in progress. `cancelled` is the
id of a request that is to be interrupted, or INJECTED when the exception is already on its way.

Both sides write their own variable before they read the other's, so at least one of them sees
that cancel and end meet; the lock then makes the lane wait until the control thread is done.
"""

from __future__ import annotations

import _signal
from _thread import allocate_lock, get_ident

import krait

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Protocol

    class Interrupter(Protocol):
        """How an exception gets into the lane's thread."""

        def interrupt(self, lane: Cancellable) -> None:
            """Called by the control thread, under the lane's lock."""

        def clear(self, lane: Cancellable) -> None:
            """Called by the lane's thread, under its lock: nothing may arrive after this."""


INJECTED = -1
TEXT = "the server's time limit for this request has passed"


class Cancellable:
    """The part of a lane that a CANCEL meets."""

    ident = 0
    running = 0
    cancelled = 0
    interrupter: Interrupter

    def __init__(self) -> None:
        self.lock = allocate_lock()

    def cancel(self, id: int) -> None:
        """Interrupt the request if it is still running. Called by the control thread."""
        with self.lock:
            self.cancelled = id
            running = self.running
            if running == id:
                self.interrupter.interrupt(self)
            elif running != -id:
                self.cancelled = 0

    def hide(self) -> None:
        """From here on the worker's own code runs: no interruption. In the lane's thread."""
        if self.running > 0:
            self.running = -self.running
            if self.cancelled == INJECTED:
                self.settle()

    def show(self) -> None:
        """Application code goes on. Raises RequestTimeout when it came due meanwhile."""
        if self.running < 0:
            id = self.running = -self.running
            if self.cancelled == id:
                self.running = -id
                self.settle()
                self.running = id
                raise krait.RequestTimeout(TEXT)

    def settle(self) -> None:
        """Forget a cancel, also one that is on its way. In the lane's thread."""
        while True:
            try:
                with self.lock:
                    self.interrupter.clear(self)
                    self.cancelled = 0
                return
            except krait.RequestTimeout:
                continue  # it arrived here, where it hurts nobody


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

    def interrupt(self, lane: Cancellable) -> None:
        lane.cancelled = INJECTED
        self._set(lane.ident, krait.RequestTimeout)

    def clear(self, lane: Cancellable) -> None:
        if lane.cancelled == INJECTED:
            self._set(lane.ident, None)

    @staticmethod
    def _set(ident: int, error: type[BaseException] | None) -> None:
        try:
            import ctypes  # noqa: PLC0415 (large, and most processes never need it)
        except ImportError:
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(ident), None if error is None else ctypes.py_object(error)
        )


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
