"""wsgi.errors: every line becomes a record of the server's log."""

from __future__ import annotations

from _thread import allocate_lock, get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .wsgi import Lane

LINE_CHARS_MAX = 32 * 1024


class ErrorStream:
    """A text stream to write to. Thread-safe: the application's threads may hold it too."""

    __slots__ = ("_lane", "_lock", "unfinished")

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._lock = allocate_lock()
        self.unfinished: dict[int, str] = {}
        """The beginning of a line, for each thread that has written one; ends with its frame."""

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"wsgi.errors takes str, not {type(text).__name__}")
        self._take(text, False)
        return len(text)

    def writelines(self, lines: Iterable[str], /) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self._take("", True)

    def _take(self, text: str, whole: bool) -> None:
        ident = get_ident()
        lane = self._lane
        hidden = ident == lane.ident and lane.hide()
        try:
            with self._lock:
                text = self.unfinished.pop(ident, "") + text
                end = len(text) if whole or len(text) > LINE_CHARS_MAX else text.rfind("\n") + 1
                if end < len(text):
                    self.unfinished[ident] = text[end:]
            lines = [line for line in text[:end].split("\n") if line]
            if lines:
                lane.log("warning", *lines)
        finally:
            if hidden:
                lane.show()
