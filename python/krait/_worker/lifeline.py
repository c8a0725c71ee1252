"""The pipe whose end means that the server is gone."""

from __future__ import annotations

import os
from _signal import SIGKILL
from fcntl import F_DUPFD_CLOEXEC, F_GETFL, F_SETFL, F_SETOWN, fcntl

F_SETSIG = 10
HIGH_FD = 64
LINUX = os.uname().sysname == "Linux"


class Lifeline:
    """Keeps the pipe away from the application, and has the kernel end this process with it.

    Where the kernel can't, the control thread notices that its link ends.
    """

    def __init__(self, fd: int) -> None:
        # The signal's owner belongs to the open pipe, not to the number, so it survives the move.
        try:
            self._fd = fcntl(fd, F_DUPFD_CLOEXEC, HIGH_FD)
        except OSError:  # beyond the limit on open files, or none is left above
            self._fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, fd)
        if null != fd:
            os.close(null)
        if not LINUX:
            return
        fcntl(self._fd, F_SETOWN, os.getpid())
        fcntl(self._fd, F_SETSIG, SIGKILL)
        flags = fcntl(self._fd, F_GETFL)
        fcntl(self._fd, F_SETFL, flags | os.O_ASYNC | os.O_NONBLOCK)
        try:
            os.read(self._fd, 1)
        except BlockingIOError:
            return
        os._exit(70)  # it had ended before the kernel was told

    def close(self) -> None:
        os.close(self._fd)
