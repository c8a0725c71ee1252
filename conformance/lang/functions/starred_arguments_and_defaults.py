"""Calls with *items and **mapping for parameters that each have a name."""

calls: list[str] = []


def note[T](name: str, value: T) -> T:
    calls.append(name)
    return value


def three(a: int, b: int = 2, c: int = len("xyz")) -> int:
    return a * 100 + b * 10 + c


def named(a: int, b: int = 5, *, k: int, z: str = "z") -> str:
    return f"{a} {b} {k} {z}"


def nothing() -> str:
    return "nothing"


def pair(left: float, right: float = 0.5) -> float:
    return left - right


def rest(a: int, b: int = 7, *others: int) -> tuple[int, ...]:
    return (a, b, *others)


class Point:
    def __init__(self, x: int, y: int = 9) -> None:
        self.x = x
        self.y = y

    def moved(self, dx: int, dy: int = 0) -> "Point":
        return Point(self.x + dx, self.y + dy)

    @classmethod
    def make(cls, x: int, y: int = 4) -> "Point":
        return cls(x, y)

    @staticmethod
    def total(x: int, y: int = 1) -> int:
        return x + y

    def __repr__(self) -> str:
        return f"({self.x}, {self.y})"


lists = [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [2**70, 2]]
for items in lists:
    for attempt in range(12):
        try:
            match attempt:
                case 0:
                    print(three(*items))
                case 1:
                    print(three(5, *items))
                case 2:
                    print(three(*items, c=1))
                case 3:
                    print(three(*items, b=8))
                case 4:
                    print(named(*items, k=3))
                case 5:
                    print(named(*items, z="q", k=note("k", 1)))
                case 6:
                    print(nothing(*items))
                case 7:
                    print(rest(*items))
                case 8:
                    print(Point(*items))
                case 9:
                    print(Point(1).moved(*items))
                case 10:
                    print(Point.make(*items))
                case _:
                    print(Point.total(*items))
        except TypeError as error:
            print(attempt, error)
print(calls)
print(pair(*[1.5]), pair(*(2.5, 1.0)), pair(*[x / 2 for x in (3, 4)]))
print(note("f", Point(3)).moved(*note("xs", [1, 2])), calls[-2:])

whole = {"a": 1, "b": 2}
dicts: list[dict[str, int]] = [
    whole,
    {},
    {"a": 3},
    {"b": 4, "c": 5},
    {"a": 1, "d": 2},
    {"a": 1, "bb": 2, "e": 4},
    {"k": 1, "a": 2},
]
for mapping in dicts:
    for attempt in range(7):
        try:
            match attempt:
                case 0:
                    print(three(**mapping))
                case 1:
                    print(three(1, **mapping))
                case 2:
                    print(three(c=1, **mapping))
                case 3:
                    print(named(1, z="y", **mapping))
                case 4:
                    print(nothing(**mapping))
                case 5:
                    print(three(1, 2, **mapping))
                case _:
                    print(Point(4).moved(dy=2, **mapping))
        except TypeError as error:
            print(attempt, error)
print(Point(**{"x": 3}), Point(**{"y": 1, "x": 2}), Point(5, **{"y": 2**66}))
try:
    print(Point(y=1, **{"y": 3, "x": 2}))
except TypeError as error:
    print(error)
try:
    Point(**{"yy": 3, "x": 2})
except TypeError as error:
    print(error)


def outer(base: int) -> int:
    def inner(a: int, b: int = 3) -> int:
        return base + a * b

    return inner(*[2]) + inner(*[2, 5]) + inner(**{"a": 1})


print(outer(100))
