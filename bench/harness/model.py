"""What the parts of the harness hand to each other: immutable records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Load(Enum):
    """The generator of a case."""

    GET = "bench/lua/get.lua"
    UPLOAD = "bench/lua/upload.lua"
    MIXED = "mixed"


@dataclass(frozen=True)
class Probe:
    """A request whose answer is known; asked before every measurement."""

    path: str
    expected: bytes
    body: bytes | None = None


@dataclass(frozen=True)
class Lanes:
    """An arrangement of places where requests run: processes, and threads in each."""

    processes: int
    threads: int

    @property
    def total(self) -> int:
        return self.processes * self.threads


@dataclass(frozen=True)
class Case:
    name: str
    title: str
    app: str  # WSGI module under bench/apps
    load: Load
    probes: tuple[Probe, ...]
    # What every server may use; empty: what suits it best.
    lanes: tuple[Lanes, ...] = ()
    rate: int = 0  # requests/s of an open loop; 0: closed loop
    # False: the best setting and the chart go by requests/s, else by p99 (of the fast requests).
    by_latency: bool = False
    yardsticks: bool = True  # the Go servers have this application too
    optional: bool = False  # measured only when asked for by name

    @property
    def target(self) -> str:
        return self.probes[0].path


@dataclass(frozen=True)
class Setting:
    """Command-line arguments of a server under which it is tried."""

    arguments: tuple[str, ...]
    environment: tuple[str, ...] = ()  # NAME=value

    @property
    def label(self) -> str:
        return " ".join(self.environment + self.arguments) or "default"


@dataclass(frozen=True)
class Server:
    name: str
    title: str
    version: Callable[[], str]  # raises Unavailable
    settings: Callable[[Case], tuple[Setting, ...]]
    command: Callable[[Case, Setting, int], list[str]]  # the last is the port
    yardstick: bool = False  # not a Python server


class Unavailable(Exception):
    """A server or tool that this machine lacks; the message says what is missing."""


class Failed(Exception):
    """A server that did not start, or gave a wrong answer; the message says which."""


@dataclass(frozen=True)
class Traffic:
    """What the generator saw in one run."""

    requests: int
    seconds: float
    p50_us: float
    p99_us: float
    max_us: float
    bad_status: int  # not 2xx (wrk), or a wrong status or body (mixed)
    socket_errors: int
    short: bool = False  # fewer bytes than the right bodies have
    generator_cpu_seconds: float = 0.0
    slow: Mapping[str, int] = field(default_factory=dict)  # the slow requests of the mixed case

    @property
    def rate(self) -> float:
        return self.requests / self.seconds if self.seconds else 0.0


@dataclass(frozen=True)
class Memory:
    """Resident memory in bytes of a process tree."""

    rss: int  # sum over the processes: shared pages count in each
    pss: int  # sum over the processes: shared pages are divided among their users
    server_rss: int  # the first process alone
    workers: int
    worker_rss: int  # mean over the other processes; 0 without any
    worker_pss: int


@dataclass(frozen=True)
class Sample:
    """One round of one server in one case."""

    traffic: Traffic
    cpu_seconds: float  # user and system time of the whole process tree during the run
    memory: Memory

    @property
    def per_cpu_second(self) -> float:
        return self.traffic.requests / self.cpu_seconds if self.cpu_seconds else 0.0


@dataclass(frozen=True)
class Trial:
    """One setting in the qualifying round; `error` tells why it is out."""

    setting: str
    value: float  # requests/s, or p99 in microseconds
    error: str = ""


@dataclass
class Outcome:
    """All that was seen of one server in one case."""

    server: str
    case: str
    setting: str
    command: str
    trials: list[Trial] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    error: str = ""


@dataclass
class Start:
    """Times from the start of the command to the first right answer."""

    server: str
    command: str
    milliseconds: list[float] = field(default_factory=list)
    error: str = ""
