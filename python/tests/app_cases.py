"""The shared cases of conformance/app, for whoever asks the application."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "conformance/app"
APPLICATION = FOLDER / "application.py"


class Case(NamedTuple):
    """A request and its answer."""

    name: str
    method: str
    target: str
    send: bytes | None
    status: int
    content_type: str | None
    allow: str | None
    content_length: int | None
    body: bytes


def cases() -> list[Case]:
    return [case(each) for each in json.loads((FOLDER / "cases.json").read_text("utf-8"))]


def case(given: dict[str, Any]) -> Case:
    body = expand(given.get("body", "")).encode()
    send = given.get("send")
    return Case(
        given["name"],
        given.get("method", "GET"),
        expand(given["target"]),
        None if send is None else expand(send).encode(),
        given["status"],
        given.get("content_type"),
        given.get("allow"),
        given.get("content_length"),
        bytes.fromhex(given["hex"]) if "hex" in given else body,
    )


def expand(text: str) -> str:
    return re.sub(r"<(.)\*(\d+)>", lambda found: found[1] * int(found[2]), text)
