"""Counts come from the XML of both runners, and nothing that failed is lost."""

from pathlib import Path

from krait_dev import report
from krait_dev.report import Counts


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_surefire_and_pytest_reports_add_up(tmp_path: Path) -> None:
    surefire = write(
        tmp_path / "a.xml", '<testsuite tests="5" failures="1" errors="1" skipped="1"/>'
    )
    pytest = write(
        tmp_path / "b.xml",
        '<testsuites><testsuite tests="4" failures="0" errors="0" skipped="1"/></testsuites>',
    )
    assert report.read([surefire, pytest]) == Counts(passed=5, failed=2, skipped=2)


def test_missing_or_torn_report_is_a_failure(tmp_path: Path) -> None:
    torn = write(tmp_path / "torn.xml", '<testsuite tests="5"')
    assert report.read([tmp_path / "missing.xml", torn]) == Counts(failed=2)


def test_runner_that_ends_badly_without_a_failed_test_has_failed() -> None:
    assert report.settled(Counts(passed=3), 1) == Counts(passed=3, failed=1)
    assert report.settled(Counts(passed=3, failed=2), 1) == Counts(passed=3, failed=2)
    assert report.settled(Counts(passed=3), 0) == Counts(passed=3)


def test_closing_line_names_skipped_tests_only_when_there_are_any() -> None:
    assert str(Counts(2, 1)) == "2 passed, 1 failed"
    assert str(Counts(2, 1, 4)) == "2 passed, 1 failed, 4 skipped"
