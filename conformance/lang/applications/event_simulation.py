from __future__ import annotations

import heapq
import random
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable, Iterator, Protocol


class Kind(Enum):
    ARRIVE = auto()
    SERVE = auto()
    LEAVE = auto()


@dataclass(order=True)
class Event:
    time: float
    order: int
    kind: Kind = field(compare=False)
    customer: int = field(compare=False, default=0)


class Listener(Protocol):
    def notify(self, event: Event) -> None: ...


class Recorder:
    def __init__(self, limit: int | None = None) -> None:
        self.lines: list[str] = []
        self.limit = limit

    def notify(self, event: Event) -> None:
        if self.limit is not None and len(self.lines) >= self.limit:
            return
        self.lines.append(f"{event.time:6.2f} {event.kind.name} {event.customer}")


class Simulation:
    def __init__(self, seed: int = 42) -> None:
        self.now = 0.0
        self.random = random.Random(seed)
        self.queue: list[Event] = []
        self.waiting: list[int] = []
        self.busy = False
        self.served = 0
        self.counter = 0
        self.listeners: list[Listener] = []
        self.handlers: dict[Kind, Callable[[Event], None]] = {
            Kind.ARRIVE: self.on_arrive,
            Kind.SERVE: self.on_serve,
            Kind.LEAVE: self.on_leave,
        }

    def schedule(self, delay: float, kind: Kind, customer: int) -> None:
        self.counter += 1
        heapq.heappush(self.queue, Event(self.now + delay, self.counter, kind, customer))

    def on_arrive(self, event: Event) -> None:
        self.waiting.append(event.customer)
        if not self.busy:
            self.schedule(0.0, Kind.SERVE, event.customer)

    def on_serve(self, event: Event) -> None:
        if self.busy or not self.waiting:
            return
        self.busy = True
        customer = self.waiting.pop(0)
        self.schedule(self.random.uniform(0.5, 2.0), Kind.LEAVE, customer)

    def on_leave(self, event: Event) -> None:
        self.busy = False
        self.served += 1
        if self.waiting:
            self.schedule(0.0, Kind.SERVE, self.waiting[0])

    def run(self, until: float) -> Iterator[Event]:
        while self.queue:
            event = heapq.heappop(self.queue)
            if event.time > until:
                break
            self.now = event.time
            self.handlers[event.kind](event)
            for listener in self.listeners:
                listener.notify(event)
            yield event


def describe(kind: Kind) -> str:
    match kind:
        case Kind.ARRIVE:
            return "comes"
        case Kind.SERVE:
            return "is served"
        case Kind.LEAVE:
            return "goes"


def main() -> None:
    sim = Simulation(seed=7)
    recorder = Recorder(limit=5)
    sim.listeners.append(recorder)
    for customer in range(4):
        sim.schedule(sim.random.random() * 3, Kind.ARRIVE, customer)
    total = sum(1 for _ in sim.run(until=50.0))
    print(total, sim.served, f"{sim.now:.3f}", sim.busy)
    print("\n".join(recorder.lines))
    print([describe(k) for k in Kind])


main()
