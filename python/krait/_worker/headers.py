"""Checks of status and headers, in the application's own call of start_response.

What was found right is remembered, so a header that repeats costs one look-up. Hop-by-hop headers
pass: the server leaves them out.
"""

from __future__ import annotations

from .protocol import HEADERS_MAX

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Headers = list[tuple[str, str]]

KNOWN_MAX = 1024
KNOWN_CHARS_MAX = 128
HEAD_CHARS_MAX = 1 << 20

TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")

known_headers: set[tuple[str, str]] = set()
known_statuses: set[str] = set()
_known_names: set[str] = set()


def check_status(status: object) -> str:
    """The status line's text, as an exact str.

    Raises TypeError or ValueError, with what to do.
    """
    if not isinstance(status, str):
        raise TypeError(
            f"the status must be a str such as '200 OK', not {type(status).__name__}: {status!r}"
        )
    status = str.__str__(status)
    code = status[:3]
    if not (len(code) == 3 and code.isascii() and code.isdecimal() and status[3:4] in ("", " ")):
        raise ValueError(f"the status must be three digits, a space and a reason: {status!r}")
    if code < "200":
        raise ValueError(f"the status of a response starts at 200: {status!r}")
    _check_text(status, "status", status)
    checked = status if len(status) > 3 else status + " "
    if len(known_statuses) >= KNOWN_MAX:
        known_statuses.clear()
    known_statuses.add(checked)
    return checked


def check_headers(headers: Any) -> Headers:
    """The headers as a new list of exact tuples of exact str.

    Raises TypeError or ValueError, with what to do.
    """
    if not isinstance(headers, list):
        raise TypeError(f"the headers must be a list of tuples, not {type(headers).__name__}")
    if len(headers) > HEADERS_MAX:
        raise ValueError(f"{len(headers)} headers are more than the limit of {HEADERS_MAX}")
    checked = [_check_header(pair) for pair in headers]
    if sum(len(name) + len(value) for name, value in checked) > HEAD_CHARS_MAX:
        raise ValueError(f"the headers are longer than the limit of {HEAD_CHARS_MAX} characters")
    return checked


def _check_header(pair: object) -> tuple[str, str]:
    if not isinstance(pair, tuple):
        raise TypeError(f"a header must be a tuple (name, value), not {pair!r}")
    if len(pair) != 2:
        raise ValueError(f"a header must be a tuple (name, value), not {pair!r}")
    name, value = pair
    if type(name) is not str or type(value) is not str:
        if not isinstance(name, str) or not isinstance(value, str):
            raise TypeError(f"name and value of a header must be str: {pair!r}")
        name, value = str.__str__(name), str.__str__(value)
    if name not in _known_names:
        _check_name(name)
    if not (value.isascii() and value.isprintable()):
        _check_text(value, f"header {name}", value)
    header = (name, value)
    if len(name) + len(value) <= KNOWN_CHARS_MAX:
        if len(known_headers) >= KNOWN_MAX:
            known_headers.clear()
        known_headers.add(header)
    return header


def _check_name(name: str) -> None:
    lower = name.lower()
    if not name.isascii() or not TOKEN.issuperset(lower) or not name:
        raise ValueError(f"a header's name may hold letters, digits and -_.!#$%&'*+^`|~: {name!r}")
    if lower == "status":
        raise ValueError("Status is no header: it is the first argument of start_response")
    if len(_known_names) >= KNOWN_MAX:
        _known_names.clear()
    _known_names.add(name)


def _check_text(text: str, what: str, shown: str) -> None:
    for char in text:
        if (char < " " and char != "\t") or char == "\x7f":
            raise ValueError(f"{what} holds a control character: {shown!r}")
        if char > "\xff":
            raise ValueError(
                f"{what} holds {char!r}, which is not latin-1: encode the text first, "
                f"for example by RFC 2047, RFC 8187 or percent-encoding: {shown!r}"
            )


def content_length(headers: Headers) -> int:
    """The Content-Length that the application gave; -1 when it gave none.

    Raises ValueError when it is no number.
    """
    for name, value in headers:
        if len(name) == 14 and name.lower() == "content-length":
            text = value.strip()
            if not (text.isascii() and text.isdecimal()) or len(text) > 18:
                raise ValueError(f"Content-Length is no number of bytes: {value!r}")
            return int(text)
    return -1
