from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import (
    FrozenInstanceError,
    asdict,
    astuple,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from enum import Enum
from typing import NamedTuple


class Colour(Enum):
    RED = 1


class Pair(NamedTuple):
    left: int
    right: "Point"


class Plain:
    def __init__(self, n: int) -> None:
        self.n = n


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __post_init__(self) -> None:
        if self.x < 0:
            object.__setattr__(self, "x", 0)

    def moved(self, dx: int) -> "Point":
        return replace(self, x=self.x + dx)


@dataclass(frozen=True, order=True)
class Circle:
    radius: float
    area: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "area", 3 * self.radius * self.radius)


@dataclass
class Line:
    a: Point
    b: Point
    tags: list[str] = field(default_factory=list, repr=False, compare=False)
    weight: float = field(default=1.0, kw_only=True)
    length: int = field(init=False, default=0)


@dataclass
class Everything:
    names: dict[str, Point]
    pairs: tuple[Pair, ...]
    groups: list[list[Point]]
    numbers: list[int]
    seen: set[int]
    colour: Colour
    plain: Plain
    raw: bytearray
    counts: Counter[str]
    queue: deque[Point]
    ordered: OrderedDict[str, int]
    by: defaultdict[str, list[int]]
    nothing: Point | None = None
    big: int = 10**30


@dataclass
class Box[T]:
    item: T
    more: int = 0


@dataclass
class Empty:
    pass


def main() -> None:
    print(Point(-1), Point(1).moved(3), Circle(2.0), Circle(1.0) < Circle(2.0))
    line = Line(Point(1), Point(2), ["q"], weight=2.5)
    line.length = 7
    print(asdict(line), astuple(line))
    print([f.name for f in fields(line)], [f.name for f in fields(Line)])
    print([(f.name, f.init, f.repr, f.compare, f.kw_only) for f in fields(Line)])
    print(is_dataclass(line), is_dataclass(Line), is_dataclass(Plain), is_dataclass(5))
    other = replace(line, b=Point(9), weight=3.0)
    print(other, other == line, other.tags is line.tags, other.length)
    print(replace(Circle(2.0), radius=1.0), replace(Box(3), more=2), replace(Box("a"), item="b"))
    p = Point(1)
    e = Everything(
        {"a": p},
        (Pair(1, p),),
        [[p], []],
        [1, 2],
        {3},
        Colour.RED,
        Plain(4),
        bytearray(b"xy"),
        Counter("aab"),
        deque([p], maxlen=3),
        OrderedDict([("k", 1)]),
        defaultdict(list, {"z": [1]}),
    )
    d = asdict(e)
    t = astuple(e)
    shown = {k: v for k, v in d.items() if k != "plain"}
    print(shown)
    print(t[:6], t[7:])
    plain = d["plain"]
    assert isinstance(plain, Plain)
    print(plain.n, plain is e.plain, d["raw"] is e.raw, d["seen"] is e.seen, asdict(Empty()))
    try:
        setattr(p, "x", 5)
    except FrozenInstanceError as error:
        print(error, repr(error), isinstance(error, AttributeError))
    setattr(line, "length", 8)
    print(line.length, e.nothing)
    try:
        print(asdict(5))
    except TypeError as error2:
        print(error2)


main()
