"""Tracebacks without the worker's own frames."""

from __future__ import annotations

import sys

from .protocol import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

OWN = __file__.rpartition("/")[0] + "/"
TEXT_MAX = 256 * 1024


def _own(trace: TracebackType) -> bool:
    return trace.tb_frame.f_code.co_filename.startswith(OWN)


def _own_or_import(trace: TracebackType) -> bool:
    return _own(trace) or trace.tb_frame.f_code.co_filename.startswith("<frozen importlib")


def describe(error: BaseException) -> str:
    """The traceback as Python prints it, from the application's first to its last frame."""
    return _describe(error, _own)


def describe_import(error: BaseException) -> str:
    """The same without the frames of the import system before the application's own."""
    return _describe(error, _own_or_import)


def application_frames(error: BaseException) -> bool:
    """Whether any code of the application's took part in a failure to import."""
    return _trim(error.__traceback__, _own_or_import) is not None


def _describe(error: BaseException, skipped: Callable[[TracebackType], bool]) -> str:
    try:
        import traceback  # noqa: PLC0415 (large, and an application that works needs none)

        error.__traceback__ = _trim(error.__traceback__, skipped)
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    except BaseException as second:  # out of memory or stack, or a broken __str__
        text = f"{type(error).__name__} (its traceback could not be made: {type(second).__name__})"
    if len(text) > TEXT_MAX:
        text = text[: TEXT_MAX // 2] + "\n[...]\n" + text[-TEXT_MAX // 2 :]
    return printable(text)


def _trim(
    trace: TracebackType | None, skipped: Callable[[TracebackType], bool]
) -> TracebackType | None:
    while trace is not None and skipped(trace):
        trace = trace.tb_next
    # Checks of the worker that failed were called by the application: its call is the last frame.
    last, step = trace, trace
    while step is not None:
        if not _own(step):
            last = step
        step = step.tb_next
    if last is not None:
        last.tb_next = None
    return trace


def stacks(names: dict[int, str]) -> str:
    """What every thread is doing; `names` has those of the worker's own threads."""
    import traceback  # noqa: PLC0415

    threading = sys.modules.get("threading")
    known = {} if threading is None else {t.ident: t.name for t in threading.enumerate()}
    known.update(names)
    parts = []
    for ident, frame in sys._current_frames().items():
        parts.append(f"Thread {known.get(ident, ident)} (most recent call last):\n")
        parts += traceback.format_stack(frame)
    return printable("".join(parts))
