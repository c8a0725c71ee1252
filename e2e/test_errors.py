"""What a person gets wrong: each a few lines that say what, where and what to do."""

import socket
import sys
from pathlib import Path

import pytest

from serving import JAVA_TRACE, PROBE, run

USER, APP, RESOURCES = 2, 3, 5
LINES_MAX = 16
TOO_OLD = sorted(Path.home().glob(".pyenv/versions/3.[89].*/bin/python"))


def fails(*arguments, code, says, **options):
    """Runs a command that must end at once, with that exit code and these words."""
    status, output = run(*arguments, **options)
    assert status == code, output
    for word in [says] if isinstance(says, str) else says:
        assert word in output, output
    assert len(output.splitlines()) <= LINES_MAX, output
    assert not JAVA_TRACE.search(output), output
    return output


def serve(*arguments, **options):
    return fails("serve", *arguments, "--port", "0", "--python", sys.executable, **options)


def app(folder, code):
    (folder / "app.py").write_text(code)
    return folder


def test_missing_module(tmp_path):
    serve("no_such_module:app", cwd=tmp_path, code=USER, says="no_such_module")


def test_missing_file(tmp_path):
    serve("no_such_file.py", cwd=tmp_path, code=USER, says="no_such_file.py")


def test_folder_without_an_application(tmp_path):
    serve(tmp_path, code=USER, says=[str(tmp_path), "app.py"])


def test_missing_attribute(tmp_path):
    app(tmp_path, "application = lambda environ, start_response: []\n")
    serve("app:aplication", cwd=tmp_path, code=USER, says="aplication")


def test_no_attribute_of_a_known_name(tmp_path):
    app(tmp_path, "server = 1\n")
    serve("app", cwd=tmp_path, code=USER, says=["application", "app"])


def test_attribute_that_is_not_callable(tmp_path):
    app(tmp_path, "app = 'text'\n")
    serve("app:app", cwd=tmp_path, code=USER, says=["a str", "callable"])


def test_syntax_error_in_the_application(tmp_path):
    app(tmp_path, "def app(environ, start_response)\n    pass\n")
    serve(tmp_path, code=APP, says=["SyntaxError", "app.py", "line 1"])


def test_exception_while_loading_shows_the_applications_own_traceback(tmp_path):
    app(tmp_path, "def load():\n    raise LookupError('no such setting')\nload()\n")
    output = serve(tmp_path, code=APP, says=["LookupError: no such setting", "line 2, in load"])
    assert "krait/_worker" not in output, "frames of the worker are of no use to anybody"
    assert output.count("Traceback") == 1


def test_missing_package_of_the_application(tmp_path):
    app(tmp_path, "import no_such_package\n")
    serve(tmp_path, code=APP, says=["ModuleNotFoundError", "no_such_package"])


def test_application_that_ends_the_process_while_loading(tmp_path):
    app(tmp_path, "import sys\nsys.exit('not today')\n")
    serve(tmp_path, code=APP, says="not today")


def test_application_that_does_not_finish_loading(tmp_path):
    app(tmp_path, "import threading\nthreading.Event().wait(600)\n")
    status, output = run(
        "serve", tmp_path, "--port", "0", "--python", sys.executable, "--start-timeout", "1s"
    )
    assert status in (3, 4), output
    assert "--start-timeout" in output and "app.py" in output, output
    assert not JAVA_TRACE.search(output), output


def test_busy_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, output = run("serve", PROBE, "--port", port, "--python", sys.executable)
    assert status in (USER, RESOURCES), output
    assert f"127.0.0.1:{port}" in output and "in use" in output, output
    assert len(output.splitlines()) <= LINES_MAX
    assert not JAVA_TRACE.search(output), output


def test_address_that_is_not_ours():
    status, output = run("serve", PROBE, "--bind", "192.0.2.1:0", "--python", sys.executable)
    assert status in (USER, RESOURCES), output
    assert "192.0.2.1" in output
    assert not JAVA_TRACE.search(output), output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--wrokers", "2"], ["--wrokers", "--workers"]),
        (["--workers", "many"], ["workers", "many"]),
        (["--workers", "-1"], ["workers", "-1"]),
        (["--port", "99999"], ["port", "99999"]),
        (["--request-timeout", "soon"], ["request-timeout", "soon"]),
        (["--body-bytes-max", "1 elephant"], ["body-bytes-max", "elephant"]),
        (["--log-format", "xml"], ["log-format", "xml", "json"]),
        (["--static", "/assets"], ["static", "/assets"]),
        (["--static", "/assets=no-such-folder"], ["no-such-folder"]),
        (["--config", "no-such-krait.toml"], ["no-such-krait.toml"]),
        (["--python", "no-such-python"], ["no-such-python"]),
        (["--chdir", "no-such-folder"], ["no-such-folder"]),
        (["--forwarded-allow-ips", "here"], ["here"]),
    ],
)
def test_wrong_option(arguments, says):
    fails("serve", PROBE, *arguments, code=USER, says=says)


def test_wrong_variable():
    fails("serve", PROBE, env={"KRAIT_WORKERS": "x"}, code=USER, says=["KRAIT_WORKERS", "x"])


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("app = \n", ["krait.toml", "1"]),
        ("app = 'app'\nworkers = 'two'\n", ["krait.toml", "workers", "two"]),
        ("app = 'app'\nwrokers = 2\n", ["krait.toml", "wrokers", "workers"]),
        ("app = 'app'\nworkers = 1\nworkers = 2\n", ["krait.toml, line 3", "workers"]),
        ("app = ['app']\n", ["krait.toml", "app"]),
    ],
)
def test_wrong_krait_toml(tmp_path, toml, says):
    app(tmp_path, "app = lambda environ, start_response: []\n")
    (tmp_path / "krait.toml").write_text(toml)
    fails("serve", tmp_path, code=USER, says=says)


def test_unreadable_file(tmp_path):
    """Files that even the superuser can't read."""
    fails("serve", PROBE, "--config", "/proc/self/mem", code=USER, says="/proc/self/mem")
    fails("serve", PROBE, "--config", tmp_path, code=USER, says=str(tmp_path))
    (tmp_path / "app.py").symlink_to(tmp_path / "app.py")
    status, output = run("serve", tmp_path / "app.py", "--port", "0", "--python", sys.executable)
    assert status in (USER, APP), output
    assert "app.py" in output
    assert not JAVA_TRACE.search(output), output


@pytest.mark.skipif(not TOO_OLD, reason="this machine has no Python older than 3.10")
@pytest.mark.parametrize("python", TOO_OLD, ids=lambda path: path.parent.parent.name)
def test_python_that_is_too_old(python):
    version = python.parent.parent.name
    status, output = run("serve", PROBE, "--port", "0", "--python", python)
    assert status in (USER, APP), output
    assert "3.10" in output and version in output, output
    assert len(output.splitlines()) <= LINES_MAX, output
    assert "Traceback" not in output and not JAVA_TRACE.search(output), output


def test_python_that_is_no_python(tmp_path):
    script = tmp_path / "python"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    status, output = run("serve", PROBE, "--port", "0", "--python", script)
    assert status in (USER, APP, 4), output
    assert str(script) in output, output
    assert not JAVA_TRACE.search(output), output


def test_unknown_command():
    fails("sevre", code=USER, says=["sevre", "serve"])


def test_help_and_version():
    assert run("--help")[0] == 0
    status, output = run("serve", "--help")
    assert status == 0 and "--workers" in output
    status, output = run("version")
    assert status == 0 and any(character.isdigit() for character in output)


def test_check_says_what_it_found_and_serves_nothing(tmp_path):
    app(tmp_path, "app = lambda environ, start_response: []\n")
    status, output = run("check", tmp_path, "--python", sys.executable)
    assert status == 0, output
    assert "app" in output and "listening on" not in output
    app(tmp_path, "raise LookupError('no such setting')\n")
    fails("check", tmp_path, "--python", sys.executable, code=APP, says="LookupError")
