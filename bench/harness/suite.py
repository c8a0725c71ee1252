"""The run: every server's best setting for a case, then interleaved rounds of all."""

from __future__ import annotations

import shlex
import time
from collections.abc import Sequence
from dataclasses import dataclass

from . import processes
from .generator import drive
from .model import Case, Failed, Outcome, Sample, Server, Setting, Start, Trial
from .running import Running, running


@dataclass(frozen=True)
class Plan:
    """How long and how often. Every server gets the same."""

    rounds: int = 3
    seconds: float = 8.0
    warmup_seconds: float = 8.0
    qualify_seconds: float = 2.0
    qualify_warmup_seconds: float = 4.0
    starts: int = 7


QUICK = Plan(
    rounds=1,
    seconds=2.0,
    warmup_seconds=1.0,
    qualify_seconds=1.0,
    qualify_warmup_seconds=1.0,
    starts=3,
)


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {text}", flush=True)


def qualify(server: Server, case: Case, plan: Plan) -> tuple[Setting | None, list[Trial]]:
    """Tries each candidate setting shortly; None when none works."""
    candidates = server.settings(case)
    if len(candidates) == 1:
        return candidates[0], []
    best: tuple[float, Setting] | None = None
    trials = []
    for setting in candidates:
        try:
            with running(server, case, setting) as live:
                drive(case, live.port, plan.qualify_warmup_seconds, seed=0)
                traffic = drive(case, live.port, plan.qualify_seconds, seed=1)
        except Failed as trouble:
            trials.append(Trial(setting.label, 0.0, str(trouble)))
            continue
        value = traffic.p99_us if case.by_latency else traffic.rate
        errors = "wrong answers under load" if traffic.bad_status or traffic.short else ""
        trials.append(Trial(setting.label, value, errors))
        score = -value if case.by_latency else value
        if not errors and traffic.requests and (best is None or score > best[0]):
            best = (score, setting)
    return (best[1] if best else None), trials


def measure(server: Server, case: Case, setting: Setting, plan: Plan, seed: int) -> Sample:
    """One round: start, check, warm up, drive, count, stop."""
    with running(server, case, setting) as live:
        # Twice: the first connections that close are part of what has to become warm.
        for _ in range(2):
            drive(case, live.port, plan.warmup_seconds / 2, seed=0)
        before = live.cpu_seconds()
        traffic = drive(case, live.port, plan.seconds, seed=seed)
        cpu = live.cpu_seconds() - before
        memory = processes.memory(live.pid)
        live.verify(case)
        return Sample(traffic, cpu, memory)


def run_case(case: Case, servers: Sequence[Server], plan: Plan) -> list[Outcome]:
    outcomes = []
    chosen: list[tuple[Server, Setting, Outcome]] = []
    for server in servers:
        setting, trials = qualify(server, case, plan)
        if setting is None:
            error = trials[0].error if trials else "no setting works"
            say(f"{case.name}: {server.name} is out: {error}")
            outcomes.append(Outcome(server.name, case.name, "", "", trials, error=error))
            continue
        command = shlex.join(server.command(case, setting, 8000))
        outcome = Outcome(server.name, case.name, setting.label, command, trials)
        outcomes.append(outcome)
        chosen.append((server, setting, outcome))
        say(f"{case.name}: {server.name} qualified with {setting.label}")
    for turn in range(plan.rounds):
        # Each round begins with another server, so that none always follows the same one.
        first = turn % max(1, len(chosen))
        for server, setting, outcome in chosen[first:] + chosen[:first]:
            _round(server, case, setting, outcome, plan, turn)
    return outcomes


def _round(
    server: Server, case: Case, setting: Setting, outcome: Outcome, plan: Plan, turn: int
) -> None:
    try:
        sample = measure(server, case, setting, plan, seed=turn + 1)
    except Failed as trouble:
        outcome.error = f"round {turn + 1}: {trouble}"
        say(f"{case.name}: {server.name} {outcome.error}")
        return
    outcome.samples.append(sample)
    traffic = sample.traffic
    say(
        f"{case.name} round {turn + 1}: {server.name:<16} {traffic.rate:>9,.0f} requests/s, "
        f"p99 {traffic.p99_us / 1000:.2f} ms, "
        f"{sample.per_cpu_second:,.0f} per CPU-second"
    )


def run_starts(case: Case, servers: Sequence[tuple[Server, Setting]], plan: Plan) -> list[Start]:
    """Times each server's start, interleaved, each time from nothing."""
    starts = [
        Start(server.name, shlex.join(server.command(case, setting, 8000)))
        for server, setting in servers
    ]
    for _ in range(plan.starts):
        for (server, setting), start in zip(servers, starts, strict=True):
            live = Running(server, case, setting)
            try:
                start.milliseconds.append(1000 * live.first_answer(case))
            except Failed as trouble:
                start.error = str(trouble)
            finally:
                live.stop()
    return starts
