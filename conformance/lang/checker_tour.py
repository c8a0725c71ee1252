from abc import ABC, abstractmethod
from typing import Callable, Iterator, Generic, TypeVar
from dataclasses import dataclass, field

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        if not self.items:
            raise IndexError("empty")
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)


class Shape(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...

    def __repr__(self) -> str:
        return f"{self.name}({self.area():.2f})"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.14 * self.radius**2


class Square(Shape):
    def __init__(self, side: float) -> None:
        super().__init__("square")
        self.side = side

    def area(self) -> float:
        return self.side * self.side

    @property
    def diagonal(self) -> float:
        return self.side * 2.0**0.5


@dataclass(order=True)
class Item:
    price: float
    tags: list[str] = field(default_factory=list)


def counter(start: int) -> Callable[[], int]:
    n = start

    def step() -> int:
        nonlocal n
        n += 1
        return n

    return step


def first(xs: list[T]) -> T | None:
    return xs[0] if xs else None


def describe(x: int | str | None) -> str:
    if x is None:
        return "none"
    if isinstance(x, int):
        return str(x + 1)
    return x.upper()


class Vec:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vec") -> "Vec":
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k: float) -> "Vec":
        return Vec(self.x * k, self.y * k)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vec):
            return NotImplemented
        return self.x == other.x and self.y == other.y


def main() -> None:
    s = Stack[int]()
    s.push(1)
    t: Stack[str] = Stack()
    t.push("a")
    shapes: list[Shape] = [Circle(1.0), Square(2.0)]
    for i, shape in enumerate(shapes):
        print(i, shape, shape.area())
    step = counter(3)
    print(step(), first([1, 2]), describe(3))
    v = Vec(1.0, 2.0) + Vec(3.0, 4.0) * 2.0
    print(v == Vec(1.0, 1.0), v.x)
    grid = [[0] * 3 for _ in range(3)]
    grid[1][2] += 5
    best = max(shapes, key=lambda q: q.area())
    print(best, sum(x * x for x in range(5)))
    d: dict[str, list[int]] = {}
    for k in ["a", "b"]:
        d.setdefault(k, []).append(1)
    print(d, list(map(str, [1, 2])), sorted(d), {k: len(v) for k, v in d.items()})
    a, *rest = [1, 2, 3]
    print(a, rest, -a, not rest, a < 2 <= 3, "x" in d)
    it = Item(1.5)
    print(it, it < Item(2.0))
    while True:
        a += 1
        if a > 3:
            break
    else:
        print("never")
    result = None
    for x in range(3):
        if x == 1:
            result = x
    print(result)
    fs = [lambda: 1, lambda: 2]
    seen = set()
    seen.add(3)
    print(len(s), min(3, 4), abs(-3), round(2.5), ",".join(str(n) for n in range(3)))


main()
