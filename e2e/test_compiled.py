"""Compiled applications: the shared cases over HTTP, and what the server does around a handler."""

import signal
import sys

import pytest

from client import connect, get, request
from serving import ROOT, run
from waiting import wait_until

sys.path.append(str(ROOT / "python/tests"))
import app_cases

HEAD = "from krait import App\n\napp = App()\n\n\n"
HELLO = HEAD + '@app.get("/")\ndef hello() -> str:\n    return "Hello, World!"\n'
SPIN = """
@app.get("/spin/{n}")
def spin(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total * 31 + i) & 0xFFFFFF
    return total
"""


def write(folder, text, name="hello.py"):
    file = folder / name
    file.write_text(text)
    return file


@pytest.fixture(scope="module")
def application(start_for_module):
    return start_for_module(app_cases.APPLICATION, python=None)


def check(server, case, prefix=""):
    answer = request(server, case.method, prefix + case.target, case.send)
    expected = b"" if case.method == "HEAD" else case.body
    assert (answer.status, answer.body) == (case.status, expected)
    assert answer.headers["Content-Type"] == case.content_type
    assert answer.headers["Allow"] == case.allow
    if case.content_type is not None:
        length = len(case.body) if case.content_length is None else case.content_length
        assert answer.headers["Content-Length"] == str(length)


@pytest.mark.parametrize("case", app_cases.cases(), ids=lambda case: case.name)
def test_answers_as_under_cpython(application, case):
    check(application, case)


def test_cases_hold_below_a_prefix_on_one_connection(krait):
    server = krait("--mount", f"/a%20b={app_cases.APPLICATION}", python=None, ready=False)
    assert server.wait() == 2  # a prefix is not percent-encoded
    server = krait("--mount", f"/api/v1={app_cases.APPLICATION}", python=None)
    for case in app_cases.cases():
        check(server, case, "/api/v1")
    assert get(server, "/api/%761/int/7").text == "7"
    assert get(server, "/api/v1").text == "Hello, World!"
    assert get(server, "/int/7").status == 404


def test_no_python_process_runs(application):
    assert application.worker_pids() == []


def test_exception_is_logged_with_pythons_traceback(application):
    mark = application.mark
    answer = get(application, "/raises/-5")
    assert answer.status == 500
    application.wait_line(r'application\.py", line \d+, in raises', start=mark)
    application.wait_line(r'raise Refusal\("below zero"\)', start=mark)
    application.wait_line(r"application\.Refusal: below zero", start=mark)


def test_debug_shows_the_traceback_to_the_client(krait):
    server = krait(app_cases.APPLICATION, "--debug", python=None)
    assert "ZeroDivisionError" in get(server, "/raises/0").text


def test_requests_share_a_connection_and_bodies_are_skipped(application):
    with connect(application) as connection:
        for n in range(50):
            answer = request(
                application, "POST", f"/items/{n}", b"x" * 70_000, connection=connection
            )
            assert answer.json == {"created": n}


def test_refused_application_names_the_lines_and_exits_with_2(tmp_path):
    half = '@app.get("/")\ndef half() -> float:\n    return 0.5\n'
    text = HEAD + half + "\n\nx = undefined\n"
    code, output = run("serve", write(tmp_path, text), "--port", "0")
    assert code == 2
    assert "2 places stand in the way of compiling the application" in output
    assert "hello.py:7:15: error KR601: a handler can't answer with float" in output
    assert "hello.py:11:5: error KR201" in output


def test_module_that_raises_exits_with_3_and_its_traceback(tmp_path):
    text = HELLO + '\n\ndef fail() -> None:\n    raise ValueError("broken")\n\n\nfail()\n'
    code, output = run("serve", write(tmp_path, text), "--port", "0")
    assert code == 3
    assert 'hello.py", line 15, in <module>' in output
    assert "ValueError: broken" in output
    assert "at java" not in output


def test_check_compiles_and_serves_nothing(tmp_path):
    code, output = run("check", write(tmp_path, HELLO))
    assert code == 0
    assert "hello.py:app  compiled\n" in output


def test_attribute_is_found_and_can_be_named(krait, tmp_path):
    text = HELLO.replace("app", "site")
    for name in (write(tmp_path, text), f"{tmp_path}/hello.py:site"):
        assert get(krait(name, python=None), "/").text == "Hello, World!"


def test_module_name_is_compiled_too(krait, tmp_path):
    write(tmp_path, HELLO)
    server = krait("hello:app", python=None, cwd=tmp_path)
    assert get(server, "/").text == "Hello, World!"
    assert server.worker_pids() == []


def test_main_guard_does_not_run(krait, tmp_path):
    text = HELLO + '\n\nif __name__ == "__main__":\n    raise SystemExit(9)\n'
    assert get(krait(write(tmp_path, text), python=None), "/").status == 200


def test_printed_lines_stand_in_the_log(krait, tmp_path):
    text = HEAD + '@app.get("/{n}")\ndef loud(n: int) -> None:\n    print("number", n)\n'
    server = krait(write(tmp_path, text), python=None)
    assert get(server, "/42").status == 204
    server.wait_line(r"info compiled: number 42$")


def test_long_handlers_do_not_hold_the_only_loop(krait, tmp_path):
    spin = SPIN.replace("    total = 0", '    print("begun")\n    total = 0')
    file = write(tmp_path, HELLO + "\n" + spin)
    server = krait(file, "--loops", "1", "--stop-timeout", "500ms", python=None)
    with connect(server) as connection:
        connection.request("GET", "/spin/1000000000000")
        server.wait_line("begun")
        for _ in range(100):
            assert get(server, "/").status == 200
    assert server.terminate() == 0


def test_handler_beyond_the_time_limit_is_answered_504(krait, tmp_path):
    server = krait(write(tmp_path, HELLO + "\n" + SPIN), "--request-timeout", "500ms", python=None)
    assert get(server, "/spin/1000000000000").status == 504
    assert get(server, "/").status == 200
    server.wait_line("the handler did not return within")
    assert server.terminate() == 0


def test_reload_swaps_the_code_and_keeps_the_old_when_the_new_is_refused(krait, tmp_path):
    file = write(tmp_path, HELLO)
    server = krait(file, python=None)
    assert get(server, "/").text == "Hello, World!"
    file.write_text(HELLO.replace("World", "Krait"))
    server.signal(signal.SIGHUP)
    wait_until(lambda: get(server, "/").text == "Hello, Krait!", what="the new code")
    file.write_text(HELLO.replace("-> str", "-> float"))
    mark = server.mark
    server.signal(signal.SIGHUP)
    server.wait_line("goes on with the old code", start=mark)
    assert get(server, "/").text == "Hello, Krait!"


def test_access_log_and_signals_are_those_of_every_engine(krait, tmp_path):
    server = krait(write(tmp_path, HELLO), "--access-log", python=None)
    assert get(server, "/?q=1").status == 200
    server.wait_line(r'"GET /\?q=1 HTTP/1.1" 200')
    assert server.terminate() == 0
