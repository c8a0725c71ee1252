"""Commands run in the checkout, and what is shown of their output."""

import signal
import sys
from pathlib import Path

from krait_dev import checkout


def test_maven_errors_are_shown_without_its_advice_and_stack_frames(tmp_path: Path) -> None:
    log = tmp_path / "build.log"
    log.write_text(
        "[INFO] Building krait-base 0.1.0\n"
        "[ERROR] krait.ATest.a -- FAILURE!\n"
        "Expecting empty\n"
        "\tat krait.ATest.a(ATest.java:3)\n"
        "[INFO] something else\n"
        "more of it\n"
        "[ERROR]\n[ERROR] Re-run Maven using -X\n[ERROR] [Help 1] see the wiki\n"
    )
    wanted = "    [ERROR] krait.ATest.a -- FAILURE!\n    Expecting empty"
    assert checkout.errors_of(log) == wanted


def test_log_without_errors_is_shown_from_its_end(tmp_path: Path) -> None:
    log = tmp_path / "build.log"
    log.write_text("\n".join(f"line {number}" for number in range(100)))
    assert checkout.errors_of(log).splitlines()[-1] == "    line 99"
    assert len(checkout.errors_of(log).splitlines()) == checkout.LOG_TAIL_LINES


def test_command_heeds_signals_that_this_process_was_told_to_ignore(tmp_path: Path) -> None:
    program = "import signal; print(signal.getsignal(signal.SIGHUP).name)"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert checkout.run([sys.executable, "-c", program], tmp_path / "a.log") == 0
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (tmp_path / "a.log").read_text() == "SIG_DFL\n"


def test_command_that_hangs_or_is_missing_is_told_in_its_log(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    hang = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    assert checkout.run(hang, log, timeout_s=0.2) == checkout.TIMED_OUT
    assert "without a result" in log.read_text()
    assert checkout.run([tmp_path / "missing"], log) == checkout.NOT_FOUND
    assert "missing" in log.read_text()
