"""What the parts of `bench lang` hand to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Program:
    name: str
    folder: str  # from the root of the checkout
    size: int
    loop: bool = False  # one of the int loops, which Java has too

    @property
    def file(self) -> str:
        return f"{self.folder}/{self.name}.py"


@dataclass(frozen=True)
class Commands:
    """How an engine runs a program: `size` is added to both, the driver's arguments to `driven`."""

    whole: tuple[str, ...]
    driven: tuple[str, ...]


class Refused(Exception):
    """An engine that does not take a program; the message says why."""


@dataclass(frozen=True)
class Engine:
    name: str
    title: str
    version: str
    prepare: Callable[[Program], Commands]  # raises Refused
    warms_up: bool = True  # False: its code is the same from the first call to the last
    first_compiles: bool = False  # the first run of a program, which later ones profit from
    judged: bool = True  # False: no target names it, so the first round is enough
    has: Callable[[Program], bool] = lambda program: True


@dataclass(frozen=True)
class Plan:
    """How long and how often. Every engine that warms up gets the same."""

    rounds: int = 3
    warm_calls: int = 3
    warm_seconds: float = 5.0
    seconds: float = 0.4

    def driver_arguments(self, engine: Engine) -> tuple[str, ...]:
        if not engine.warms_up:
            return "0", "0", "0"
        return str(self.warm_calls), f"{self.warm_seconds:g}", f"{self.seconds:g}"


QUICK = Plan(rounds=1, warm_calls=1, warm_seconds=1.0, seconds=0.2)


@dataclass
class Reading:
    """All that was seen of one engine in one program; one number a round, in seconds."""

    engine: str
    program: str
    command: str = ""
    whole: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)  # medians of the calls after warm-up
    first: float | None = None  # whole process that had to compile; Krait's alone
    refused: str = ""
    error: str = ""

    @property
    def reason(self) -> str:
        return self.refused or self.error


@dataclass
class Findings:
    """All that one run saw."""

    date: str
    command: str
    machine: dict[str, str]
    missing: dict[str, str]
    plan: Plan
    load_average: float
    reference: str  # the engine whose output is the right one
    engines: Sequence[Engine]
    programs: Sequence[Program]
    folder: Path  # for what the processes leave
    readings: list[Reading] = field(default_factory=list)

    def reading(self, engine: str, program: str) -> Reading | None:
        for reading in self.readings:
            if (reading.engine, reading.program) == (engine, program):
                return reading
        return None

    def title(self, engine: str) -> str:
        return next((each.title for each in self.engines if each.name == engine), engine)

    def suite(self) -> list[Program]:
        return [program for program in self.programs if not program.loop]

    def loops(self) -> list[Program]:
        return [program for program in self.programs if program.loop]
