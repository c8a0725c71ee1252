"""Finding the application, and what people are told when it can't be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from server import Server

HELLO = """
def app(environ, start_response):
    start_response("200 OK", [])
    return [b"hello"]
"""
WSGI = "(environ, start_response):\n    start_response('200 OK', [])\n    return [b'hello']\n"
MAKER = """
def make(name="default", *, size=1):
    def application(environ, start_response):
        start_response("200 OK", [])
        return [f"{name} {size}".encode()]
    return application
"""


def outcome(source: str, files: dict[str, str] | None = None, **settings: Any) -> tuple[str, str]:
    """Name and body of an application that loads, or kind and text of the failure."""
    server = Server(source, **settings)
    for name, text in (files or {}).items():
        path = server.folder / "site.d" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with server:
        if server.outcome[0] == 10:
            return server.outcome[1]["application"], server.get()[2].decode()
        status, _, errors = server.finish()
        assert (status, errors) == (3, "")
        assert server.outcome[0] == 11
        return server.outcome[1], server.outcome[2].replace(str(server.folder), "FOLDER")


@pytest.mark.parametrize(
    ("source", "attribute", "name"),
    [
        (HELLO, "", "app"),
        (HELLO, "app", "app"),
        (HELLO + "application = app\ndel app", "", "application"),
        ("def create_app():\n    return app_\ndef app_" + WSGI, "", "create_app()"),
        ("def make_app(config=None):\n    return app_\ndef app_" + WSGI, "", "make_app()"),
        (
            "class A:\n    class B:\n        app = None\ndef f" + WSGI + "A.B.app = f",
            "A.B.app",
            "A.B.app",
        ),
        (
            "class App:\n  def __call__" + WSGI.replace("(env", "(self, env") + "app = App()",
            "",
            "app",
        ),
        ("import functools\ndef f" + WSGI + "app = functools.partial(f)", "", "app"),
    ],
)
def test_an_application_is_found(source: str, attribute: str, name: str) -> None:
    assert outcome(source, attribute=attribute) == (f"webapp:{name}", "hello")


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("make()", "default 1"),
        ("make('x')", "x 1"),
        ("make('x', size=[2, None])", "x [2, None]"),
    ],
)
def test_a_factory_is_called_with_literal_arguments(call: str, body: str) -> None:
    assert outcome(MAKER, attribute=call) == (f"webapp:{call}", body)


def test_a_class_may_be_the_application() -> None:
    source = """
class app:
    def __init__(self, environ, start_response):
        start_response("200 OK", [])
    def __iter__(self):
        yield b"hello"
"""
    assert outcome(source) == ("webapp:app", "hello")


def test_a_package_and_its_submodule() -> None:
    files = {"pkg/__init__.py": "", "pkg/wsgi.py": HELLO}
    assert outcome("", files, module="pkg.wsgi") == ("pkg.wsgi:app", "hello")
    kind, text = outcome("", files, module="pkg")
    assert kind == "attribute"
    assert "Did you mean pkg.wsgi?" in text


def test_a_file_finds_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "neighbour.py").write_text("text = b'next door'")
    (tmp_path / "my-site.py").write_text(
        HELLO.replace("b'hello'", "b''").replace('b"hello"', "neighbour.text")
        + "\nimport neighbour\nassert __name__ == 'my-site'\nassert __file__.endswith('my-site.py')"
    )
    name, body = outcome("", module="", file=str(tmp_path / "my-site.py"))
    assert (name, body) == ("my-site:app", "next door")


def test_a_file_may_be_called_like_a_module_that_python_needs(tmp_path: Path) -> None:
    (tmp_path / "os.py").write_text(HELLO)
    assert outcome("", module="", file=str(tmp_path / "os.py")) == ("os_application:app", "hello")


def test_the_working_directory_comes_first_on_the_path() -> None:
    source = HELLO.replace('b"hello"', "repr((sys.path[0], os.getcwd(), sys.argv)).encode()")
    with Server("import os, sys\n" + source) as server:
        folder = server.settings["chdir"]
        first, working, arguments = eval(server.get()[2])
        assert first == folder
        assert Path(working).samefile(folder)
        assert arguments == ["webapp"]


def test_neither_the_worker_nor_the_packages_beside_it_are_on_the_path() -> None:
    source = HELLO.replace('b"hello"', "repr(sys.path).encode()")
    with Server("import sys, krait\n" + source) as server:
        path = eval(server.get()[2])
        here = Path(__file__).resolve().parents[1]
        assert not {str(here), str(here / "krait"), str(here / "krait" / "_worker"), ""} & set(path)


@pytest.mark.parametrize(
    ("source", "settings", "kind", "told"),
    [
        ("", {"module": "webap"}, "not_found", "there is no module webap: looked in FOLDER/site.d"),
        ("", {"module": "webap"}, "not_found", "Did you mean webapp?"),
        ("", {"module": "webapp.wsgi"}, "not_found", "webapp is a module, not a package"),
        ("", {"module": "a.b"}, "not_found", "there is no module a (of a.b)"),
        ("", {"file": "nowhere/app.py"}, "not_found", "there is no file "),
        ("", {"chdir": "/nonexistent/folder"}, "not_found", "cannot change to /nonexistent/folder"),
        ("import nonexistent_one", {}, "import", "No module named 'nonexistent_one'"),
        ("import webapp_nonexistent", {}, "import", "No module named 'webapp_nonexistent'"),
        ("x = (", {}, "import", "SyntaxError: "),
        ("def f():\n    1 / 0\nf()", {}, "import", "ZeroDivisionError: division by zero"),
        ("raise SystemExit(2)", {}, "import", "SystemExit: 2"),
        ("raise KeyboardInterrupt", {}, "import", "KeyboardInterrupt"),
        ("def create_app():\n    1 / 0", {}, "import", "webapp:create_app() failed"),
        ("", {}, "attribute", "webapp has none of application, app, create_app(), make_app()"),
        ("", {}, "attribute", "webapp defines no callable"),
        ("def create_app(name): pass", {}, "attribute", "Callables in webapp: create_app."),
        (HELLO, {"attribute": "aap"}, "attribute", "no attribute aap. Did you mean app?"),
        (HELLO, {"attribute": "a.b"}, "attribute", "webapp has no attribute a."),
        (HELLO, {"attribute": "app.b"}, "attribute", "webapp.app has no attribute b."),
        (MAKER, {"attribute": "make(x)"}, "attribute", "literal arguments"),
        (MAKER, {"attribute": "make("}, "attribute", "literal arguments"),
        (MAKER, {"attribute": "make(*[1])"}, "attribute", "literal arguments"),
        (MAKER, {"attribute": "make(y=1)"}, "import", "unexpected keyword argument 'y'"),
        ("app = 5", {}, "not_callable", "webapp:app is an int"),
        ("config = 5", {"attribute": "config"}, "not_callable", "config is an int, not a WSGI"),
        ("config = 5", {"attribute": "config()"}, "not_callable", "an int can't be called"),
        (MAKER, {"attribute": "make"}, "not_callable", "say webapp:make()"),
        ("def app(scope): pass", {}, "not_callable", "takes 1 positional arguments"),
        ("async def app(scope, receive, send): pass", {}, "interface", "serves WSGI only"),
        ("def app(scope, receive, send): pass", {}, "interface", "serves WSGI only"),
        ("class A:\n  async def __call__(self, s, r, c): pass\napp = A()", {}, "interface", "ASGI"),
        ("class A:\n  async def f(self, s, r, c): pass\napp = A().f", {}, "interface", "ASGI"),
        (
            "import functools\nasync def f(x, s, r, c): pass\napp = functools.partial(f, 1)",
            {},
            "interface",
            "ASGI",
        ),
        ("", {"version": 2}, "internal", "the server speaks protocol 2"),
    ],
)
def test_a_failure_is_told(source: str, settings: dict[str, Any], kind: str, told: str) -> None:
    found, text = outcome(source, **settings)
    assert (found, told in text) == (kind, True), text
    assert "krait/_worker" not in text


def test_a_failed_import_shows_the_applications_own_frames() -> None:
    files = {"models.py": "import settings_of_ours", "views.py": "import models"}
    kind, text = outcome("import views", files)
    assert kind == "import"
    lines = text.splitlines()
    assert lines[0] == "webapp failed to load:"
    assert lines[1] == "Traceback (most recent call last):"
    assert [line.split('"')[1] for line in lines if "File" in line] == [
        f"FOLDER/site.d/{name}.py" for name in ("webapp", "views", "models")
    ]
    assert lines[-1] == "ModuleNotFoundError: No module named 'settings_of_ours'"


def test_wsgi_that_looks_like_asgi_is_served_on_request() -> None:
    source = "class A:\n  async def __call__(self, *a): pass\napp = A()"
    assert outcome(source)[0] == "interface"
    with Server(source, interface="wsgi") as server:
        assert server.outcome[0] == 10
