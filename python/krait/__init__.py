"""Krait: a multi-core application server for Python.

Importing this package is cheap: it loads nothing but itself.
"""

__version__ = "0.1.0"

__all__ = ["RequestTimeout", "__version__"]


class RequestTimeout(BaseException):
    """The server's time limit for this request has passed.

    Raised in the application's own code, at whatever it is doing. It derives from BaseException, as
    asyncio.CancelledError does, so that `except Exception` does not take it for a failure to be
    retried. An application may catch it, to clean up or to answer; the client has usually been
    answered by the server already.
    """
