"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from . import results as of
from .generator import command
from .model import Case, Outcome
from .results import Results
from .spread import Spread, spread
from .targets import Verdict, verdicts

_WORDS = {True: "reached", False: "**not reached**", None: "not measured"}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; the first column to the left, the others to the right."""
    names = list(head)
    lines = [f"| {' | '.join(names)} |", f"|{'|'.join([':--'] + ['--:'] * (len(names) - 1))}|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines)


def markdown(results: Results) -> str:
    parts = [
        f"# {results.heading}",
        "Method: docs/internals/benchmarks.md. Each number is the median of the rounds; "
        "± is half of their range in percent of the median.",
        facts(
            results.machine,
            results.versions,
            results.missing,
            results.load_average,
            results.plan,
            results.command,
        ),
    ]
    parts += [_case(results, case) for case in results.cases]
    if results.starts:
        parts.append(_starts(results))
    parts += [targets(verdicts(results)), _settings(results), _commands(results)]
    return "\n\n".join(parts) + "\n"


def facts(
    machine: Mapping[str, str],
    versions: Mapping[str, str],
    missing: Mapping[str, str],
    load_average: float,
    plan: Mapping[str, float],
    command: str,
) -> str:
    """On what, with what and how a run was made."""
    lines = [f"- {key}: {value}" for key, value in machine.items()]
    lines += [f"- {key}: {value}" for key, value in versions.items()]
    lines += [f"- missing: {name} ({reason})" for name, reason in missing.items()]
    lines.append(f"- load average before the run: {load_average:.2f}")
    lines.append(f"- rounds: {', '.join(f'{k} {v:g}' for k, v in plan.items())}")
    lines.append(f"- command: `{command}`")
    return "\n".join(lines)


def _case(results: Results, case: Case) -> str:
    outcomes = sorted(results.of_case(case.name), key=lambda outcome: _rank(case, outcome))
    latency = "of the fast " if case.by_latency else ""
    head = (
        "server",
        "requests/s",
        "±",
        f"p50 {latency}ms",
        f"p99 {latency}ms",
        "±",
        "requests per CPU-s",
        "RSS MB",
        "PSS MB",
        "first process MB",
        "each other MB (PSS)",
        "errors",
    )
    rows = [_row(results.titles[outcome.server], outcome) for outcome in outcomes]
    return f"## {case.name}: {case.title}\n\n{table(head, rows)}"


def _rank(case: Case, outcome: Outcome) -> float:
    if not outcome.samples:
        return float("inf")
    return of.p99_ms(outcome).median if case.by_latency else -of.rate(outcome).median


def _row(title: str, outcome: Outcome) -> list[str]:
    if not outcome.samples:
        return [title, *["-"] * 10, outcome.error]
    rate, p99 = of.rate(outcome), of.p99_ms(outcome)
    workers = outcome.samples[0].memory.workers
    each = f"{_number(of.worker_rss_mb(outcome))} ({_number(of.worker_pss_mb(outcome))})"
    return [
        title,
        f"{rate.median:,.0f}",
        f"{rate.percent:.0f} %",
        f"{of.p50_ms(outcome).median:.2f}",
        f"{p99.median:.2f}",
        f"{p99.percent:.0f} %",
        f"{of.per_cpu_second(outcome).median:,.0f}",
        _number(of.rss_mb(outcome)),
        _number(of.pss_mb(outcome)),
        _number(of.server_rss_mb(outcome)),
        f"{workers} x {each}" if workers else "-",
        of.errors(outcome) or "none",
    ]


def _number(value: Spread) -> str:
    return f"{value.median:,.0f}"


def _starts(results: Results) -> str:
    head = ("server", "first answer ms", "least", "most")
    rows = []
    for start in sorted(results.starts, key=lambda start: min(start.milliseconds, default=1e9)):
        title = results.titles[start.server]
        if start.milliseconds:
            seen = spread(start.milliseconds)
            rows.append([title, *(f"{v:,.0f}" for v in (seen.median, seen.low, seen.high))])
        else:
            rows.append([title, start.error, "-", "-"])
    return "## start: from the command to the first answer, hello\n\n" + table(head, rows)


def targets(judged: Iterable[Verdict]) -> str:
    rows = [
        [verdict.target, verdict.wanted, verdict.measured, _WORDS[verdict.reached]]
        for verdict in judged
    ]
    return "## Targets\n\n" + table(("target", "wanted", "measured", ""), rows)


def _settings(results: Results) -> str:
    rows = []
    for outcome in results.outcomes:
        for trial in outcome.trials:
            chosen = "chosen" if trial.setting == outcome.setting else ""
            value = trial.error or f"{trial.value:,.0f}"
            rows.append(
                [outcome.case, results.titles[outcome.server], trial.setting, value, chosen]
            )
    head = ("case", "server", "setting", "requests/s, or p99 in us (mixed)", "")
    return "## Qualifying: every setting tried\n\n" + table(head, rows)


def _commands(results: Results) -> str:
    lines = ["## Commands", "", "From the root of the repository; the port varies."]
    seconds = results.plan["seconds"]
    for case in results.cases:
        lines += ["", f"{case.name}: `{' '.join(command(case, 8000, seconds, 1))}`", ""]
        lines += [f"    {o.command}" for o in results.of_case(case.name) if o.command]
    return "\n".join(lines)
