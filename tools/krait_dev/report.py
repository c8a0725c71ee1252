"""Counts of tests, from the XML that Surefire and pytest both write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        text = f"{self.passed} passed, {self.failed} failed"
        return f"{text}, {self.skipped} skipped" if self.skipped else text


def read(reports: Iterable[Path]) -> Counts:
    """Adds up the suites of all reports; a report that can't be read counts as a failure."""
    total = Counts()
    for report in reports:
        try:
            root = ElementTree.parse(report).getroot()
        except (OSError, ElementTree.ParseError):
            total += Counts(failed=1)
            continue
        for suite in [root] if root.tag == "testsuite" else root.iter("testsuite"):
            total += _suite(suite)
    return total


def _suite(suite: ElementTree.Element) -> Counts:
    def number(name: str) -> int:
        return int(suite.get(name) or 0)

    failed = number("failures") + number("errors")
    skipped = number("skipped")
    return Counts(number("tests") - failed - skipped, failed, skipped)


def settled(counts: Counts, status: int) -> Counts:
    """A runner that ended badly without naming a failed test has itself failed."""
    return counts + Counts(failed=1) if status != 0 and counts.failed == 0 else counts
