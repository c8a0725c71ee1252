"""Context managers."""

from typing import Protocol

from _contextlib import (
    _Manager,
    _Swallowing,
    contextmanager,
    nullcontext,
    redirect_stderr,
    redirect_stdout,
    suppress,
)


class _SupportsClose(Protocol):
    def close(self) -> object: ...


class closing[T: _SupportsClose]:
    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: object,
    ) -> None:
        self.thing.close()
