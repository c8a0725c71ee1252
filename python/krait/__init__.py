"""Krait: a multi-core application server for Python.

Importing this package is cheap: it loads nothing but itself, and `App` when somebody asks for it.
"""

TYPE_CHECKING = False  # mypy takes it for typing's, whose import costs too much here
if TYPE_CHECKING:
    from krait.app import App

__version__ = "0.1.0"

__all__ = ["App", "RequestTimeout", "__version__"]


def __getattr__(name: str) -> object:
    if name == "App":
        from krait.app import App  # noqa: PLC0415 - it imports a good deal

        return App
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class RequestTimeout(BaseException):
    """The server's time limit for this request has passed.

    Raised in the application's own code, at whatever it is doing. It derives from BaseException, as
    asyncio.CancelledError does, so that `except Exception` does not take it for a failure to be
    retried. An application may catch it, to clean up or to answer; the client has usually been
    answered by the server already.
    """
