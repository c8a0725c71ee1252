"""What an application may send as status and headers."""

from __future__ import annotations

from typing import Any

import pytest

from krait._worker import headers as checks
from krait._worker.headers import check_headers, check_status, content_length


class Text(str):
    __slots__ = ()


class Pair(tuple[str, str]):
    __slots__ = ()


@pytest.mark.parametrize("status", ["200 OK", "404 Nicht gefunden \xfc", "599 ", "200 OK\t!"])
def test_right_status(status: str) -> None:
    assert check_status(status) == status
    assert status in checks.known_statuses


def test_status_without_a_reason_gets_its_space() -> None:
    assert check_status("204") == "204 "


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (200, "must be a str"),
        (b"200 OK", "must be a str"),
        ("", "three digits"),
        ("OK", "three digits"),
        ("2000 OK", "three digits"),
        ("20 OK", "three digits"),
        ("200OK", "three digits"),
        ("²00 OK", "three digits"),
        ("101 Switching Protocols", "starts at 200"),
        ("200 OK\r\nSet-Cookie: a=b", "control character"),
        ("200 OK\0", "control character"),
        ("200 ☃", "not latin-1"),
    ],
)
def test_wrong_status(status: Any, told: str) -> None:
    with pytest.raises((TypeError, ValueError), match=told):
        check_status(status)
    assert status not in checks.known_statuses


def test_right_headers_are_copied_as_exact_types() -> None:
    given: Any = [("A", "b"), Pair(("X-Y", "caf\xe9\t")), (Text("N"), Text("v"))]
    checked = check_headers(given)
    assert checked == given
    assert checked is not given
    assert {type(pair) for pair in checked} == {tuple}
    assert {type(part) for pair in checked for part in pair} == {str}


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ((("A", "b"),), "must be a list"),
        ({"A": "b"}, "must be a list"),
        (None, "must be a list"),
        ([["A", "b"]], "must be a tuple"),
        (["A: b"], "must be a tuple"),
        ([("A", "b", "c")], "must be a tuple"),
        ([("A", 5)], "must be str"),
        ([(b"A", "b")], "must be str"),
        ([("A", None)], "must be str"),
        ([("", "b")], "name may hold"),
        ([("A:", "b")], "name may hold"),
        ([("A b", "b")], "name may hold"),
        ([("\xc4", "b")], "name may hold"),
        ([("A\n", "b")], "name may hold"),
        ([("A", "b\r\nSet-Cookie: c=d")], "control character"),
        ([("A", "b\n")], "control character"),
        ([("A", "b\0")], "control character"),
        ([("A", "b\x7f")], "control character"),
        ([("A", "☃")], "not latin-1"),
        ([("Status", "200 OK")], "no header"),
        ([("A", "b")] * 1001, "limit of 1000"),
        ([("A", "b" * (1 << 20))], "limit of 1048576"),
    ],
)
def test_wrong_headers(headers: Any, told: str) -> None:
    for _ in range(2):  # a mistake must not be remembered as right
        with pytest.raises((TypeError, ValueError), match=told):
            check_headers(headers)


def test_what_is_remembered_is_bounded() -> None:
    for number in range(3 * checks.KNOWN_MAX):
        check_headers([(f"X-{number}", str(number))])
        check_status(f"200 {number}")
    assert len(checks.known_headers) <= checks.KNOWN_MAX
    assert len(checks.known_statuses) <= checks.KNOWN_MAX
    check_headers([("Set-Cookie", "x" * 500)])
    assert ("Set-Cookie", "x" * 500) not in checks.known_headers


@pytest.mark.parametrize(
    ("headers", "length"),
    [
        ([], -1),
        ([("A", "5")], -1),
        ([("A", "1"), ("content-length", " 15 ")], 15),
        ([("Content-Length", "0")], 0),
    ],
)
def test_content_length(headers: list[tuple[str, str]], length: int) -> None:
    assert content_length(headers) == length


@pytest.mark.parametrize("value", ["", "-1", "x", "1.5", "\xb2", "1" * 19])
def test_content_length_that_is_no_number(value: str) -> None:
    with pytest.raises(ValueError, match="Content-Length"):
        content_length([("Content-Length", value)])
