"""What the findings come to: ratios of engines, their geometric means, and the targets."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..spread import Spread, spread
from ..targets import Verdict
from .model import Findings, Program, Reading

Times = Callable[[Reading], Sequence[float]]
LONG_SECONDS = 0.5  # of CPython's process, from which on the target of whole processes holds


def warm_times(reading: Reading) -> Sequence[float]:
    return reading.warm


def whole_times(reading: Reading) -> Sequence[float]:
    return reading.whole


@dataclass(frozen=True)
class Mean:
    """How many times another engine's time is that of Krait: a geometric mean over programs."""

    spread: Spread  # of the means of each round
    programs: int  # that both ran
    asked: int
    without: tuple[str, ...]

    def text(self) -> str:
        seen = self.spread
        less = f" of {self.asked}; without {', '.join(self.without)}" if self.without else ""
        about = f"{seen.median:.2f} x ({seen.low:.2f} to {seen.high:.2f})"
        return f"{about}, {_programs(self.programs)}{less}"


def _programs(number: int) -> str:
    return f"{number} program" if number == 1 else f"{number} programs"


def geometric_mean(values: Iterable[float]) -> float:
    logarithms = [math.log(value) for value in values]
    if not logarithms:
        raise ValueError("the mean of nothing")
    return math.exp(sum(logarithms) / len(logarithms))


def mean(
    findings: Findings, other: str, programs: Sequence[Program], times: Times, ours: str = "krait"
) -> Mean | None:
    """The mean of `other` over `ours`; None where they have no program together. Programs that
    the other engine does not have at all are not asked of it."""
    asked = [each for each in programs if findings.reading(other, each.name) is not None]
    pairs: list[tuple[Sequence[float], Sequence[float]]] = []
    without = []
    for program in asked:
        one, two = _pair(findings, other, ours, program, times)
        if one and two:
            pairs.append((one, two))
        else:
            without.append(program.name)
    if not pairs:
        return None
    rounds = min(len(values) for pair in pairs for values in pair)
    means = [geometric_mean(one[turn] / two[turn] for one, two in pairs) for turn in range(rounds)]
    return Mean(spread(means), len(pairs), len(asked), tuple(without))


def _pair(
    findings: Findings, other: str, ours: str, program: Program, times: Times
) -> tuple[Sequence[float], Sequence[float]]:
    readings = (findings.reading(name, program.name) for name in (other, ours))
    one, two = (() if reading is None else times(reading) for reading in readings)
    return one, two


def ratio(
    findings: Findings, other: str, program: Program, times: Times, ours: str = "krait"
) -> float | None:
    """The median of `other` over that of `ours`."""
    one, two = _pair(findings, other, ours, program, times)
    return spread(one).median / spread(two).median if one and two else None


def verdicts(findings: Findings) -> list[Verdict]:
    suite, reference = findings.suite(), findings.reference
    title = findings.title(reference)
    return [
        _everything_runs(findings),
        _at_least(findings, f"warm, against {title}", 30, reference, suite),
        _at_least(findings, "warm, against Go", 0.8, "go", suite),
        _at_least(findings, "warm, against mypyc", 3, "mypyc", suite),
        _never_worse(findings, reference, suite),
        _loops(findings),
    ]


def _everything_runs(findings: Findings) -> Verdict:
    missing = [
        program.name
        for program in findings.programs
        if (reading := findings.reading("krait", program.name)) is None or reading.reason
    ]
    total = len(findings.programs)
    measured = f"{total - len(missing)} of {total}" + (
        f"; without {', '.join(missing)}" if missing else ""
    )
    return Verdict("programs that Krait runs", "all", measured, not missing)


def _at_least(
    findings: Findings, target: str, factor: float, other: str, programs: Sequence[Program]
) -> Verdict:
    seen = mean(findings, other, programs, warm_times)
    wanted = f"at least {factor:g} x"
    if seen is None:
        return Verdict(target, wanted, "not measured", None)
    return Verdict(target, wanted, seen.text(), seen.spread.median >= factor)


def _never_worse(findings: Findings, reference: str, programs: Sequence[Program]) -> Verdict:
    target = f"whole process, against {findings.title(reference)}, each program over 0.5 s"
    seen: dict[str, float] = {}
    for program in programs:
        slow = findings.reading(reference, program.name)
        times = ratio(findings, reference, program, whole_times)
        if times is not None and slow is not None and spread(slow.whole).median > LONG_SECONDS:
            seen[program.name] = times
    if not seen:
        return Verdict(target, "at least 1 x", "not measured", None)
    worse = sorted((name for name, times in seen.items() if times < 1), key=lambda n: seen[n])
    told = ", ".join(f"{name} {seen[name]:.2f} x" for name in worse)
    least = min(seen, key=lambda name: seen[name])
    measured = f"worse: {told}" if worse else f"least {seen[least]:.2f} x ({least})"
    return Verdict(target, "at least 1 x", f"{measured}; {_programs(len(seen))}", not worse)


def _loops(findings: Findings) -> Verdict:
    target, wanted = "int loops: time over that of Java with Math.addExact", "at most 1.1 x"
    loops = findings.loops()
    seen = mean(findings, "krait", loops, warm_times, ours="java")
    if seen is None:
        return Verdict(target, wanted, "not measured", None)
    each = {
        program.name: times
        for program in loops
        if (times := ratio(findings, "krait", program, warm_times, ours="java")) is not None
    }
    most = max(each, key=lambda name: each[name])
    measured = f"{seen.text()}; most: {most} {each[most]:.2f} x"
    return Verdict(target, wanted, measured, seen.spread.median <= 1.1)
