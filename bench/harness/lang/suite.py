"""The run: every engine gets every program ready, then interleaved rounds of all."""

from __future__ import annotations

import os
import shlex
import shutil
import statistics
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from ..model import Failed
from ..suite import say
from .model import Commands, Engine, Findings, Program, Reading, Refused
from .running import COMPILE_CACHE, driven, once, portable

Ready = Mapping[tuple[str, str], Commands]


def run(findings: Findings, keep: Callable[[], object]) -> None:
    """Fills the findings; `keep` is called after each program, so that a run cut short has them."""
    ready = _ready(findings)
    # So that the first run of each program compiles it.
    shutil.rmtree(findings.folder / COMPILE_CACHE, ignore_errors=True)
    right: dict[str, bytes] = {}
    for turn in range(findings.plan.rounds):
        for place, program in enumerate(findings.programs):
            # The first round begins with the reference, whose output the others are held to, each
            # other one with another engine.
            first = turn and (turn + place) % len(findings.engines)
            for engine in (*findings.engines[first:], *findings.engines[:first]):
                if turn == 0 or engine.judged:
                    _measure(findings, ready, engine, program, right)
            say(f"round {turn + 1}: {program.name:<22}{_line(findings, program)}")
            keep()


def prepare(
    engines: Sequence[Engine], programs: Sequence[Program]
) -> list[tuple[Engine, Program, Commands | str]]:
    """What runs each program that an engine has; the reason where the engine does not take it."""
    pairs = [(e, p) for e in engines for p in programs if e.has(p)]
    say(f"making {len(pairs)} programs ready")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(lambda pair: _made_ready(*pair), pairs)
        return [(*pair, commands) for pair, commands in zip(pairs, made, strict=True)]


def _ready(findings: Findings) -> Ready:
    ready: dict[tuple[str, str], Commands] = {}
    for engine, program, commands in prepare(findings.engines, findings.programs):
        reading = Reading(engine.name, program.name)
        findings.readings.append(reading)
        if isinstance(commands, Commands):
            ready[reading.engine, reading.program] = commands
            reading.command = portable(shlex.join(commands.whole))
        else:
            reading.refused = portable(commands)
    return ready


def _made_ready(engine: Engine, program: Program) -> Commands | str:
    try:
        return engine.prepare(program)
    except Refused as refusal:
        return str(refusal)


def _measure(
    findings: Findings, ready: Ready, engine: Engine, program: Program, right: dict[str, bytes]
) -> None:
    """One round of one engine in one program; an engine that failed once is left out."""
    reading = findings.reading(engine.name, program.name)
    if reading is None or reading.reason:
        return
    if program.name not in right and engine.name != findings.reference:
        reading.error = "CPython did not run it, so no output is known to be right"
        return
    commands = ready[engine.name, program.name]
    expected, size, folder = right.get(program.name), program.size, findings.folder
    try:
        if engine.first_compiles and reading.first is None:
            reading.first, _ = once(commands.whole, size, expected, folder)
        seconds, printed = once(commands.whole, size, expected, folder)
        right.setdefault(program.name, printed)
        arguments = findings.plan.driver_arguments(engine)
        seen = driven(commands.driven, size, arguments, right[program.name], folder)
    except Failed as trouble:
        reading.error = portable(str(trouble))
        return
    reading.whole.append(seconds)
    reading.warm.append(statistics.median(seen.seconds))


def _line(findings: Findings, program: Program) -> str:
    parts = []
    for engine in findings.engines:
        reading = findings.reading(engine.name, program.name)
        if reading is None:
            continue
        if reading.reason:
            parts.append(f"{engine.name} no")
        else:
            parts.append(f"{engine.name} {reading.whole[-1]:.2f}/{reading.warm[-1]:.4f}")
    return "  ".join(parts)
