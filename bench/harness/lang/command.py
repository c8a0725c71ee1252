"""The command `bench lang`: its options, and what a run begins with."""

from __future__ import annotations

import argparse
import dataclasses
import time
from pathlib import Path

from .. import machine
from ..model import Unavailable
from ..running import ROOT
from ..suite import say
from . import engines, programs
from .chart import svg
from .model import QUICK, Findings, Plan
from .report import json, markdown
from .running import TARGET
from .suite import prepare, run

__all__ = ["add_arguments", "findings", "json", "markdown", "run", "svg"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="one short round; records nothing")
    parser.add_argument("--only", default="", metavar="PROGRAMS", help="such as nbody,sieve,loops")
    parser.add_argument(
        "--engines", default="", metavar="ENGINES", help="beside CPython 3.11: krait,mypyc,go ..."
    )
    parser.add_argument("--rounds", type=int, help=f"rounds of each program ({Plan.rounds})")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="default: bench/results")


def make_ready() -> None:
    """Compiles all programs for all engines, so that a run finds what it needs."""
    found, missing = engines.find(())
    for name, reason in missing.items():
        say(f"without {name}: {reason}")
    for engine, program, commands in prepare(found, programs.ALL):
        if isinstance(commands, str):
            say(f"{engine.title} does not take {program.name}: {commands}")


def findings(options: argparse.Namespace, command: str) -> Findings:
    """Nothing found yet. Raises ValueError for an unknown name, Unavailable without CPython."""
    chosen = programs.named(options.only)
    found, missing = engines.find(name for name in options.engines.split(",") if name)
    for name, reason in missing.items():
        say(f"without {name}: {reason}")
    reference = "cpython-3.11"
    if reference in missing:
        raise Unavailable(missing[reference])
    plan = QUICK if options.quick else Plan()
    if options.rounds is not None:
        plan = dataclasses.replace(plan, rounds=options.rounds)
    return Findings(
        date=time.strftime("%Y-%m-%d"),
        command=command,
        machine={**machine.machine(), "tree": machine.tree()},
        missing=missing,
        plan=plan,
        load_average=machine.load_average(),
        reference=reference,
        engines=found,
        programs=chosen,
        folder=ROOT / TARGET,
    )
