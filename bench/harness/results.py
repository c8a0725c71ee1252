"""All that one run of the benchmark saw, and its JSON form."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from .model import Case, Outcome, Sample, Start
from .spread import Spread, spread


@dataclass
class Results:
    date: str
    command: str
    machine: dict[str, str]
    versions: dict[str, str]
    missing: dict[str, str]
    titles: dict[str, str]
    plan: dict[str, float]
    load_average: float
    suite: str = "wsgi"
    cases: list[Case] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)

    def outcome(self, server: str, case: str) -> Outcome | None:
        """What was measured; None when there is no round of it."""
        for outcome in self.outcomes:
            if outcome.server == server and outcome.case == case and outcome.samples:
                return outcome
        return None

    @property
    def heading(self) -> str:
        what = {"wsgi": "WSGI benchmark", "compiled": "Benchmark of compiled applications"}
        return f"{what[self.suite]}, {self.date}"

    def of_case(self, case: str) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.case == case]

    def start(self, server: str) -> Start | None:
        for start in self.starts:
            if start.server == server and start.milliseconds:
                return start
        return None

    def json(self) -> dict[str, Any]:
        return {
            "date": self.date,
            "suite": self.suite,
            "command": self.command,
            "machine": self.machine,
            "versions": self.versions,
            "missing": self.missing,
            "plan": self.plan,
            "loadAverageBefore": self.load_average,
            "cases": [_outcome_json(outcome) for outcome in self.outcomes],
            "starts": [dataclasses.asdict(start) for start in self.starts],
        }


def rate(outcome: Outcome) -> Spread:
    return spread(sample.traffic.rate for sample in outcome.samples)


def p50_ms(outcome: Outcome) -> Spread:
    return spread(sample.traffic.p50_us / 1000 for sample in outcome.samples)


def p99_ms(outcome: Outcome) -> Spread:
    return spread(sample.traffic.p99_us / 1000 for sample in outcome.samples)


def per_cpu_second(outcome: Outcome) -> Spread:
    return spread(sample.per_cpu_second for sample in outcome.samples)


def rss_mb(outcome: Outcome) -> Spread:
    return spread(sample.memory.rss / 1e6 for sample in outcome.samples)


def pss_mb(outcome: Outcome) -> Spread:
    return spread(sample.memory.pss / 1e6 for sample in outcome.samples)


def server_rss_mb(outcome: Outcome) -> Spread:
    return spread(sample.memory.server_rss / 1e6 for sample in outcome.samples)


def worker_rss_mb(outcome: Outcome) -> Spread:
    return spread(sample.memory.worker_rss / 1e6 for sample in outcome.samples)


def worker_pss_mb(outcome: Outcome) -> Spread:
    return spread(sample.memory.worker_pss / 1e6 for sample in outcome.samples)


def errors(outcome: Outcome) -> str:
    """Bad answers and socket errors of all rounds, in words; empty when there were none."""
    seen = [sample.traffic for sample in outcome.samples]
    bad = sum(traffic.bad_status for traffic in seen)
    cut = sum(traffic.socket_errors for traffic in seen)
    parts = [outcome.error] if outcome.error else []
    if bad:
        parts.append(f"{bad:,} bad answers")
    if cut:
        parts.append(f"{cut:,} socket errors")
    if any(traffic.short for traffic in seen):
        parts.append("short bodies")
    return ", ".join(parts)


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    medians = {
        name: dataclasses.asdict(measure(outcome))
        for name, measure in {
            "requestsPerSecond": rate,
            "p50Ms": p50_ms,
            "p99Ms": p99_ms,
            "requestsPerCpuSecond": per_cpu_second,
            "rssMb": rss_mb,
            "pssMb": pss_mb,
            "serverRssMb": server_rss_mb,
            "workerRssMb": worker_rss_mb,
            "workerPssMb": worker_pss_mb,
        }.items()
        if outcome.samples
    }
    return {
        "case": outcome.case,
        "server": outcome.server,
        "setting": outcome.setting,
        "command": outcome.command,
        "error": outcome.error,
        "medians": medians,
        "rounds": [_sample_json(sample) for sample in outcome.samples],
        "qualifying": [dataclasses.asdict(trial) for trial in outcome.trials],
    }


def _sample_json(sample: Sample) -> dict[str, Any]:
    return {
        **dataclasses.asdict(sample.traffic),
        "cpu_seconds": sample.cpu_seconds,
        **dataclasses.asdict(sample.memory),
    }
