"""The small examples on their own, and what all examples have in common."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

EXAMPLES = Path(__file__).parent
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/README.md"))


def load(file):
    spec = importlib.util.spec_from_file_location(f"example_{file.parent.name}", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where Flask looks for the folder of its templates
    spec.loader.exec_module(module)
    return module


def test_the_list_of_examples_is_complete():
    listed = re.findall(r"^\| \[(\w+)\]\(\1\)", (EXAMPLES / "README.md").read_text(), re.MULTILINE)
    assert sorted(listed) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_requirements_are_pinned_and_setup_is_executable(name):
    requirements = EXAMPLES / name / "requirements.txt"
    if requirements.exists():
        for line in requirements.read_text().splitlines():
            assert re.match(r"[\w.-]+==[\w.]+(;.*)?$", line), line
    setup = EXAMPLES / name / "setup"
    assert not setup.exists() or os.access(setup, os.X_OK)


def test_hello_wsgi_keeps_to_the_letter_of_wsgi():
    environ, started = {"QUERY_STRING": ""}, []
    setup_testing_defaults(environ)
    application = validator(load(EXAMPLES / "hello_wsgi" / "app.py").application)
    body = application(environ, lambda *arguments: started.append(arguments))
    assert b"".join(body) == b"Hello from Krait!\n"
    body.close()
    assert started[0][0] == "200 OK"


def test_compiled_hello_is_an_application_of_typed_functions():
    sys.path.insert(0, str(EXAMPLES.parent / "python"))
    try:
        module = load(EXAMPLES / "compiled_hello" / "app.py")
    finally:
        del sys.path[0]
    assert module.hello() == "Hello, World!"
    assert module.fibonacci(1_000_000) == 1884755131


def test_hello_flask_greets_by_name():
    pytest.importorskip("flask")
    client = load(EXAMPLES / "hello_flask" / "app.py").app.test_client()
    assert "Hello!" in client.get("/").text
    assert client.get("/?name=Ada+L").location == "/hello/Ada%20L"
    assert "Hello, &lt;Ada&gt;!" in client.get("/hello/<Ada>").text


def test_django_site_passes_its_own_tests(tmp_path):
    pytest.importorskip("django")
    tests = subprocess.run(
        [sys.executable, "manage.py", "test"],
        cwd=EXAMPLES / "django_site",
        env={**os.environ, "DATABASE": str(tmp_path / "db.sqlite3")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert tests.returncode == 0, tests.stderr
    assert re.search(r"^Ran [1-9]\d* tests", tests.stderr, re.MULTILINE), tests.stderr
