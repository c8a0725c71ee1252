"""`App`: typed functions as a web application.

The same file runs two ways, with the same answers: `krait serve` compiles it and answers from the
server's own process; under CPython the instance is an ASGI 3.0 application. docs/guide/compiled.md
says what an application may contain and how each request is answered.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any, NamedTuple, TypeVar, get_origin
from urllib.parse import unquote_to_bytes

__all__ = ["App"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]
Handler = TypeVar("Handler", bound=Callable[..., Any])

TEXT = b"text/plain; charset=utf-8"
BINARY = b"application/octet-stream"
JSON = b"application/json"

# CPython's own limit for int(text) (sys.set_int_max_str_digits), whatever this process has set.
INT_DIGITS_MAX = 4300

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
REASONS = {
    404: "Not Found",
    405: "Method Not Allowed",
    422: "Unprocessable Content",
    500: "Internal Server Error",
}

SEGMENT = re.compile(r"[^{}?#%]*|\{[^\W\d]\w*\}")
INT = re.compile(r"[+-]?([0-9]+)")
FLOAT = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
BOOLS = {
    "true": True,
    "True": True,
    "1": True,
    "false": False,
    "False": False,
    "0": False,
}
EXPECTED: dict[type, str] = {int: "an int", float: "a float", bool: "true or false", str: "text"}


class UnfitError(Exception):
    """A parameter of a request that does not parse, or is not there."""


class Answer(NamedTuple):
    """What a request gets; without a content type it has no body."""

    status: int
    body: bytes = b""
    content_type: bytes = b""
    allow: str = ""


class Parameter(NamedTuple):
    """One parameter of a handler: from the path, or else from the query."""

    name: str
    type: type
    in_path: bool
    by_keyword: bool
    default: object

    @property
    def place(self) -> str:
        return f"{'path' if self.in_path else 'query'} parameter '{self.name}'"

    def parse(self, text: str | None) -> object:
        if text is None:
            if self.default is inspect.Parameter.empty:
                raise UnfitError(f"{self.place} is missing")
            return self.default
        if self.type is str:
            return text
        if self.type is bool and text in BOOLS:
            return BOOLS[text]
        if self.type is int and (found := INT.fullmatch(text)):
            if len(found[1]) > INT_DIGITS_MAX:
                raise UnfitError(f"{self.place} has more than {INT_DIGITS_MAX} digits")
            return int(text)
        if self.type is float and FLOAT.fullmatch(text):
            return float(text)
        raise UnfitError(f"{self.place} is not {EXPECTED[self.type]}")


class Route(NamedTuple):
    """A handler with where it stands. A segment is a literal, or None for a parameter."""

    method: str
    path: str
    segments: tuple[str | None, ...]
    names: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    handler: Callable[..., Any]
    encode: Callable[[Any], Answer]

    def order(self) -> tuple[bool, ...]:
        return tuple(segment is None for segment in self.segments)

    def match(self, segments: list[str]) -> bool:
        """A parameter takes any segment but an empty one."""
        return len(segments) == len(self.segments) and all(
            given != "" if wanted is None else given == wanted
            for wanted, given in zip(self.segments, segments, strict=True)
        )

    def answer(self, segments: list[str], query: bytes) -> Answer:
        from_query = any(not parameter.in_path for parameter in self.parameters)
        texts = dict(query_fields(query)) if from_query else {}
        in_path = (given for own, given in zip(self.segments, segments, strict=True) if own is None)
        texts.update(zip(self.names, in_path, strict=True))
        positional: list[object] = []
        named: dict[str, object] = {}
        for parameter in self.parameters:
            try:
                value = parameter.parse(texts.get(parameter.name))
            except UnfitError as unfit:
                return refusal(422, str(unfit))
            if parameter.by_keyword:
                named[parameter.name] = value
            else:
                positional.append(value)
        return self.encode(self.handler(*positional, **named))


class App:
    """A web application: decorate functions with the method and path that they answer.

        app = App()

        @app.get("/hello/{name}")
        def hello(name: str, times: int = 1) -> str:
            return f"Hello, {name}!" * times

    Parameters named in the path come from it, all others from the query; their types are int,
    float, str or bool. A result of type str or int is sent as text, bytes as they are, dict and
    list as JSON, None as 204 without a body.
    """

    def __init__(self) -> None:
        self._routes: dict[str, list[Route]] = {}

    def get(self, path: str) -> Callable[[Handler], Handler]:
        """Answers GET, and HEAD without the body."""
        return self._registrar("GET", path)

    def post(self, path: str) -> Callable[[Handler], Handler]:
        return self._registrar("POST", path)

    def put(self, path: str) -> Callable[[Handler], Handler]:
        return self._registrar("PUT", path)

    def patch(self, path: str) -> Callable[[Handler], Handler]:
        return self._registrar("PATCH", path)

    def delete(self, path: str) -> Callable[[Handler], Handler]:
        return self._registrar("DELETE", path)

    def _registrar(self, method: str, path: str) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self._add(route(method, path, handler))
            return handler

        return register

    def _add(self, added: Route) -> None:
        routes = self._routes.setdefault(added.method, [])
        if any(known.segments == added.segments for known in routes):
            raise ValueError(f"{added.method} {added.path} is answered twice")
        routes.append(added)
        # The literal wins in the first segment where two patterns differ.
        routes.sort(key=Route.order)

    def _answer(self, method: str, path: str, query: bytes) -> Answer:
        segments = path[1:].split("/") if path.startswith("/") else []
        handled = "GET" if method == "HEAD" else method
        for candidate in self._routes.get(handled, ()):
            if candidate.match(segments):
                return candidate.answer(segments, query)
        allowed = {
            name for name, routes in self._routes.items() for r in routes if r.match(segments)
        }
        if "GET" in allowed:
            allowed.add("HEAD")
        if not allowed:
            return refusal(404)
        allow = ", ".join(name for name in METHODS if name in allowed)
        return refusal(405)._replace(allow=allow)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI 3.0: http and lifespan."""
        if scope["type"] == "lifespan":
            await lifespan(receive, send)
            return
        if scope["type"] != "http":
            raise NotImplementedError(f"App answers http, not {scope['type']}")
        method: str = scope["method"]
        try:
            answer = self._answer(method, own_path(scope), scope.get("query_string", b""))
        except (Exception, SystemExit):  # a handler must not end the server
            report(method, scope["path"])
            answer = refusal(500)
        headers: Headers = []
        if answer.content_type:
            headers.append((b"content-type", answer.content_type))
            headers.append((b"content-length", str(len(answer.body)).encode()))
        if answer.allow:
            headers.append((b"allow", answer.allow.encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        body = b"" if method == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})


def route(method: str, path: str, handler: Callable[..., Any]) -> Route:
    """Reads a handler; raises ValueError or TypeError for what the compiler refuses, too."""
    segments, names = pattern(path)
    if inspect.iscoroutinefunction(handler) or inspect.isgeneratorfunction(handler):
        raise TypeError(f"{handler.__qualname__}: a handler is a plain function")
    signature = inspect.signature(handler, eval_str=True)
    parameters = [
        parameter(handler.__qualname__, each, names) for each in signature.parameters.values()
    ]
    missing = [name for name in names if name not in signature.parameters]
    if missing:
        raise TypeError(f"{handler.__qualname__}: no parameter '{missing[0]}' for {path}")
    encode = encoder(handler.__qualname__, signature.return_annotation)
    return Route(method, path, segments, names, tuple(parameters), handler, encode)


def pattern(path: str) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """The segments of a path, None for a parameter, and the names of the parameters."""
    written = path[1:].split("/")
    if not path.startswith("/") or not all(SEGMENT.fullmatch(each) for each in written):
        raise ValueError(f"a path is segments after slashes, each a text or {{name}}, not {path!r}")
    names = tuple(each[1:-1] for each in written if each.startswith("{"))
    for at, name in enumerate(names):
        if name in names[:at]:
            raise ValueError(f"the parameter '{name}' stands twice in {path!r}")
    return tuple(None if each.startswith("{") else each for each in written), names


def parameter(function: str, given: inspect.Parameter, names: tuple[str, ...]) -> Parameter:
    in_path = given.name in names
    if given.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
        raise TypeError(f"{function}: a handler names each of its parameters")
    if given.annotation not in EXPECTED:
        raise TypeError(f"{function}: '{given.name}' must be int, float, str or bool")
    has_default = given.default is not inspect.Parameter.empty
    if has_default and in_path:
        raise TypeError(f"{function}: '{given.name}' is in the path and needs no default")
    if has_default and type(given.default) is not given.annotation:
        raise TypeError(f"{function}: the default of '{given.name}' is of another type")
    by_keyword = given.kind is inspect.Parameter.KEYWORD_ONLY
    return Parameter(given.name, given.annotation, in_path, by_keyword, given.default)


def encoder(function: str, result: Any) -> Callable[[Any], Answer]:
    if result is str:
        return lambda value: Answer(200, value.encode(), TEXT)
    if result is int:
        return lambda value: Answer(200, str(value).encode(), TEXT)
    if result is bytes:
        return lambda value: Answer(200, value, BINARY)
    if result is None or result is inspect.Signature.empty:
        return lambda _: Answer(204)
    if result in (dict, list) or get_origin(result) in (dict, list):
        return lambda value: Answer(200, json_bytes(value), JSON)
    raise TypeError(f"{function}: the result must be str, bytes, int, dict, list or None")


def json_bytes(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()


def refusal(status: int, why: str = "") -> Answer:
    text = f"{status} {REASONS[status]}\n" + (f"{why}\n" if why else "")
    return Answer(status, text.encode(), TEXT)


def query_fields(query: bytes) -> Iterator[tuple[str, str]]:
    for field in query.split(b"&"):
        name, _, value = field.partition(b"=")
        if name:
            yield decoded(name), decoded(value)


def decoded(text: bytes) -> str:
    return unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-8", "replace")


def own_path(scope: Scope) -> str:
    """The path below the place where the application is mounted."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "").rstrip("/")
    if root and (path == root or path.startswith(root + "/")):
        path = path[len(root) :]
    return path or "/"


def report(method: str, path: str) -> None:
    import logging  # noqa: PLC0415 - only a failure pays for it

    logging.getLogger("krait").exception("%s %s: the handler raised", method, path)


async def lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await send({"type": "lifespan.shutdown.complete"})
            return
