"""What Krait must reach, and whether it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .model import Outcome
from .results import (
    Results,
    p99_ms,
    per_cpu_second,
    rate,
    server_rss_mb,
    worker_rss_mb,
)
from .spread import Spread, spread

_GUNICORNS = ("gunicorn-gthread", "gunicorn-sync")


@dataclass(frozen=True)
class Verdict:
    target: str
    wanted: str
    measured: str
    reached: bool | None  # None: not measured


@dataclass(frozen=True)
class _Ratio:
    """Krait's median over a peer's, in one case."""

    case: str
    peer: str
    what: str
    measure: Callable[[Outcome], Spread]
    factor: float
    at_most: bool = False

    def verdict(self, results: Results) -> Verdict:
        name = results.titles.get(self.peer, self.peer)
        sign = "at most" if self.at_most else "at least"
        target = f"{self.case}: {self.what} against {name}"
        wanted = f"{sign} {self.factor:g} x"
        ours, theirs = results.outcome("krait", self.case), results.outcome(self.peer, self.case)
        if ours is None or theirs is None:
            return Verdict(target, wanted, "not measured", None)
        base = self.measure(theirs).median
        if base == 0:
            return Verdict(target, wanted, "not measurable", None)
        ratio = self.measure(ours).median / base
        reached = ratio <= self.factor if self.at_most else ratio >= self.factor
        return Verdict(target, wanted, f"{ratio:.2f} x", reached)


def _compiled_ratios() -> Iterator[_Ratio]:
    yield _Ratio("hello", "nethttp", "requests/s", rate, 1.5)
    yield _Ratio("hello", "fasthttp", "requests/s", rate, 1.0)
    for case in ("fibonacci", "recursion"):
        for peer in ("nethttp", "fasthttp"):
            yield _Ratio(case, peer, "requests/s", rate, 1.0)


def _ratios() -> Iterator[_Ratio]:
    rates = (
        ("hello", "nethttp", 1.0),
        ("hello", "granian", 1.0),
        ("hello", "uwsgi", 3.5),
        ("hello", "uwsgi-http11", 3.5),
        ("hello", "gunicorn-gthread", 5.0),
        ("hello", "gunicorn-sync", 8.0),
        ("flask", "granian", 1.3),
        *(("flask", gunicorn, 2.5) for gunicorn in _GUNICORNS),
        ("django", "granian", 1.3),
        *(("django", gunicorn, 2.5) for gunicorn in _GUNICORNS),
    )
    for case, peer, factor in rates:
        yield _Ratio(case, peer, "requests/s", rate, factor)
    for case, factor in (("hello", 0.8), ("flask", 1.0), ("django", 1.0)):
        yield _Ratio(case, "granian", "requests per CPU-second", per_cpu_second, factor)
    for peer in (*_GUNICORNS, "granian"):
        yield _Ratio("mixed", peer, "p99 of the fast requests", p99_ms, 0.5, at_most=True)


def verdicts(results: Results) -> list[Verdict]:
    if results.suite == "compiled":
        return [ratio.verdict(results) for ratio in _compiled_ratios()]
    found = [ratio.verdict(results) for ratio in _ratios()]
    start = results.start("krait")
    found.append(
        _at_most("first answer", 400, "ms", spread(start.milliseconds).median if start else None)
    )
    hello = results.outcome("krait", "hello")
    server = server_rss_mb(hello).median if hello else None
    worker = worker_rss_mb(hello).median if hello else None
    found.append(_at_most("server process after hello", 120, "MB", server))
    found.append(_at_most("one worker after hello", 20, "MB", worker))
    return found


def _at_most(target: str, limit: float, unit: str, value: float | None) -> Verdict:
    wanted = f"at most {limit:g} {unit}"
    if value is None:
        return Verdict(target, wanted, "not measured", None)
    return Verdict(target, wanted, f"{value:,.0f} {unit}", value <= limit)
