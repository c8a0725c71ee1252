"""The findings as Markdown and as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from ..report import facts, table, targets
from ..spread import Spread, spread
from .model import Engine, Findings, Program, Reading
from .ratios import Times, mean, ratio, verdicts, warm_times, whole_times

_NONE = "-"


def markdown(findings: Findings) -> str:
    parts = [
        f"# Language benchmark, {findings.date}",
        "Method: docs/internals/benchmarks.md. Each number is the median of the rounds; ± is half "
        "of their range in percent of the median. x is the other engine's time over Krait's, so "
        "above 1 Krait is faster; means are geometric, with the least and the most of the rounds.",
        facts(
            findings.machine,
            {engine.title: engine.version for engine in findings.engines},
            findings.missing,
            findings.load_average,
            dataclasses.asdict(findings.plan),
            findings.command,
        ),
        targets(verdicts(findings)),
        _means(findings),
    ]
    if findings.suite():
        suite = findings.suite()
        parts += [
            _times(findings, "Warm: milliseconds of a call", suite, warm_times),
            _times(findings, "Whole process: milliseconds", suite, whole_times),
        ]
    if findings.loops():
        title = "Int loops, warm: milliseconds of a call"
        parts.append(_times(findings, title, findings.loops(), warm_times))
    parts += [_left_out(findings), _commands(findings)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _peers(findings: Findings, programs: Sequence[Program]) -> list[Engine]:
    """The engines beside Krait that have one of the programs."""
    return [
        engine
        for engine in findings.engines
        if engine.name != "krait"
        and any(findings.reading(engine.name, program.name) for program in programs)
    ]


def _means(findings: Findings) -> str:
    suite = findings.suite()
    rows = []
    for engine in _peers(findings, suite):
        warm = mean(findings, engine.name, suite, warm_times)
        whole = mean(findings, engine.name, suite, whole_times)
        texts = [each.text() if each else _NONE for each in (warm, whole)]
        rows.append([engine.title, *texts])
    if not rows:
        return ""
    head = ("engine", "its time over Krait's, warm", "its time over Krait's, whole process")
    return "## Means over the programs\n\n" + table(head, rows)


def _times(findings: Findings, title: str, programs: Sequence[Program], times: Times) -> str:
    peers = _peers(findings, programs)
    first = times is whole_times
    head = ["program", "size", "Krait", *(["first run"] if first else [])]
    for engine in peers:
        head += [engine.title, "x"]
    rows = []
    for program in programs:
        ours = findings.reading("krait", program.name)
        row = [program.name, f"{program.size:,}", _cell(ours, times)]
        if first:
            compiled = ours.first if ours is not None else None
            row.append(f"{1000 * compiled:,.0f}" if compiled is not None else _NONE)
        for engine in peers:
            seen = ratio(findings, engine.name, program, times)
            row.append(_cell(findings.reading(engine.name, program.name), times))
            row.append(f"{seen:.2f}" if seen is not None else "")
        rows.append(row)
    note = "\n\nThe first run compiles; later ones find what it has left." if first else ""
    return f"## {title}\n\n{table(head, rows)}{note}"


def _cell(reading: Reading | None, times: Times) -> str:
    if reading is None:
        return ""
    if reading.reason or not times(reading):
        return "refused" if reading.refused else "failed"
    return milliseconds(spread(times(reading)))


def milliseconds(seen: Spread) -> str:
    value = 1000 * seen.median
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    text = f"{value:,.{digits}f}"
    return text if seen.low == seen.high else f"{text} ±{seen.percent:.0f} %"


def _left_out(findings: Findings) -> str:
    rows = [
        [findings.title(reading.engine), reading.program, reading.reason.replace("|", "\\|")]
        for reading in findings.readings
        if reading.reason
    ]
    if not rows:
        return "Every engine ran every program that it has, with CPython's output."
    return "## Refused or failed\n\n" + table(("engine", "program", "why"), rows)


def _commands(findings: Findings) -> str:
    lines = ["## Commands", "", "From the root of the repository, with the size behind."]
    for engine in findings.engines:
        commands = [r.command for r in findings.readings if r.engine == engine.name and r.command]
        lines += ["", f"    {commands[0]}"] if commands else []
    return "\n".join(lines)


def json(findings: Findings) -> dict[str, Any]:
    return {
        "date": findings.date,
        "command": findings.command,
        "machine": findings.machine,
        "versions": {engine.name: engine.version for engine in findings.engines},
        "missing": findings.missing,
        "plan": dataclasses.asdict(findings.plan),
        "loadAverageBefore": findings.load_average,
        "sizes": {program.name: program.size for program in findings.programs},
        "targets": [dataclasses.asdict(verdict) for verdict in verdicts(findings)],
        "seconds": [dataclasses.asdict(reading) for reading in findings.readings],
    }
