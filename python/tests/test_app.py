"""`App` under CPython, asked the way an ASGI server asks."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
from collections.abc import Callable, MutableMapping
from typing import Any
from urllib.parse import unquote

import app_cases
import pytest
from app_cases import Case

from krait import App

Message = MutableMapping[str, Any]


def load() -> App:
    spec = importlib.util.spec_from_file_location("application", app_cases.APPLICATION)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    loaded: App = module.app
    return loaded


@pytest.fixture(scope="module")
def application() -> App:
    return load()


def ask(app: App, method: str, target: str, root: str = "") -> tuple[int, dict[str, str], bytes]:
    raw_path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(raw_path),
        "query_string": query.encode("latin-1"),
        "root_path": root,
        "headers": [],
    }
    sent = exchange(app, scope, [{"type": "http.request", "body": b"", "more_body": False}])
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert len(headers) == len(sent[0]["headers"])
    return sent[0]["status"], headers, sent[1]["body"]


def exchange(app: App, scope: Message, received: list[Message]) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return received.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


@pytest.mark.parametrize("case", app_cases.cases(), ids=lambda case: case.name)
def test_answers_as_the_shared_cases_say(application: App, case: Case) -> None:
    status, headers, body = ask(application, case.method, case.target)
    assert (status, body) == (case.status, case.body)
    assert headers.get("content-type") == (case.content_type if case.status != 204 else None)
    assert headers.get("allow") == case.allow
    if case.content_type is not None:
        length = len(case.body) if case.content_length is None else case.content_length
        assert headers["content-length"] == str(length)


def test_names_of_cases_are_different() -> None:
    names = [case.name for case in app_cases.cases()]
    assert len(set(names)) == len(names)


def test_exception_is_logged_with_its_traceback(
    application: App, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "krait"):
        ask(application, "GET", "/raises/0")
    assert "GET /raises/0" in caplog.text
    assert "return 10 // n" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_keyboard_interrupt_passes() -> None:
    app = App()

    @app.get("/")
    def interrupted() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(app, "GET", "/")


def test_mounted_application_sees_the_path_below_its_mount(application: App) -> None:
    assert ask(application, "GET", "/api/int/1", root="/api")[2] == b"1"
    assert ask(application, "GET", "/api", root="/api/")[2] == b"Hello, World!"
    assert ask(application, "GET", "/int/1", root="/api")[2] == b"1"
    assert ask(application, "GET", "/apiary", root="/api")[0] == 404


def test_lifespan_completes() -> None:
    received: list[Message] = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = exchange(App(), {"type": "lifespan"}, received)
    assert [m["type"] for m in sent] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_other_protocols_are_refused() -> None:
    with pytest.raises(NotImplementedError, match="websocket"):
        exchange(App(), {"type": "websocket"}, [])


def test_decorated_function_stays_a_function(application: App) -> None:
    app = App()

    @app.get("/{n}")
    @app.post("/{n}")
    def twice(n: int) -> int:
        return 2 * n

    assert twice(4) == 8
    assert ask(app, "GET", "/4")[2] == ask(app, "POST", "/4")[2] == b"8"


def add(path: str, handler: Callable[..., object]) -> None:
    App().get(path)(handler)


def no_parameter() -> str:
    return ""


@pytest.mark.parametrize(
    "path", ["", "x", "/{", "/}", "/a{n}", "/{n}b", "/{}", "/{1}", "/a?b", "/%"]
)
def test_path_that_is_no_pattern_is_refused(path: str) -> None:
    def handler(n: int) -> str:
        return str(n)

    with pytest.raises(ValueError, match="a path is segments after slashes"):
        add(path, handler)


def test_parameter_twice_in_a_path_is_refused() -> None:
    with pytest.raises(ValueError, match="'n' stands twice"):
        add("/{n}/{n}", lambda n: "")


def test_path_that_is_answered_already_is_refused() -> None:
    app = App()
    app.get("/a/{x}")(lambda_of("x"))
    with pytest.raises(ValueError, match=r"GET /a/\{y\} is answered twice"):
        app.get("/a/{y}")(lambda_of("y"))
    app.post("/a/{y}")(lambda_of("y"))


def lambda_of(name: str) -> Callable[..., str]:
    scope: dict[str, Any] = {}
    exec(f"def handler({name}: int) -> str: return ''", scope)
    made: Callable[..., str] = scope["handler"]
    return made


def test_path_parameter_that_the_handler_lacks_is_refused() -> None:
    with pytest.raises(TypeError, match=r"no_parameter: no parameter 'n' for /\{n\}"):
        add("/{n}", no_parameter)


def untyped(n):  # type: ignore[no-untyped-def]
    return "" + n


def optional(n: int | None = None) -> str:
    return str(n)


def wrong_default(n: float = 1) -> str:
    return str(n)


def rest(*n: int) -> str:
    return str(n)


def real() -> float:
    return 1.0


def truth() -> bool:
    return True


async def later() -> str:
    return ""


@pytest.mark.parametrize(
    ("handler", "why"),
    [
        (untyped, "'n' must be int, float, str or bool"),
        (optional, "'n' must be int, float, str or bool"),
        (wrong_default, "the default of 'n' is of another type"),
        (rest, "names each of its parameters"),
        (real, "the result must be"),
        (truth, "the result must be"),
        (later, "a handler is a plain function"),
    ],
)
def test_handler_that_the_compiler_refuses_is_refused(
    handler: Callable[..., object], why: str
) -> None:
    with pytest.raises(TypeError, match=why):
        add("/", handler)


def with_default(n: int = 1) -> str:
    return str(n)


def test_default_of_a_path_parameter_is_refused() -> None:
    with pytest.raises(TypeError, match="'n' is in the path and needs no default"):
        add("/{n}", with_default)
