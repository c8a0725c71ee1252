"""wsgi.file_wrapper, and when the server may send the file itself."""

from __future__ import annotations

import os
from _io import BufferedRandom, BufferedReader, FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PLAIN = (BufferedReader, FileIO, BufferedRandom)
FORMAT_MASK = 0o170000
REGULAR = 0o100000


class FileWrapper:
    """An iterable over the blocks of a file."""

    __slots__ = ("block_bytes", "close", "file")

    def __init__(self, file: Any, block_bytes: int = 8192) -> None:
        self.file = file
        self.block_bytes = block_bytes
        if hasattr(file, "close"):
            self.close = file.close

    def __iter__(self) -> FileWrapper:
        return self

    def __next__(self) -> bytes:
        data: bytes = self.file.read(self.block_bytes)
        if data:
            return data
        raise StopIteration


def regular_file(file: Any) -> tuple[int, int, int] | None:
    """Descriptor, offset and bytes left, if reading `file` gives a regular file's own bytes.

    A file that converts, such as GzipFile, may have a fileno() too, so only the interpreter's own
    binary files count, and objects whose read() is that of one (tempfile's, Django's).
    """
    if type(file) not in PLAIN:
        inner: Any = getattr(file, "file", None)
        if type(inner) not in PLAIN:
            return None
        read = getattr(file, "read", None)
        if getattr(read, "__wrapped__", read) != inner.read:
            return None
        file = inner
    try:
        if file.writable():
            file.flush()
        fd: int = file.fileno()
        offset: int = file.tell()
        status = os.fstat(fd)
    except (OSError, ValueError):
        return None
    # Files of /proc and /sys have a size of 0 and can be read all the same.
    if status.st_mode & FORMAT_MASK != REGULAR or status.st_size == 0:
        return None
    return fd, offset, max(0, status.st_size - offset)
