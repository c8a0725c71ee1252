from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Robot:
    def __init__(self, name: str, *moves: int) -> None:
        self.name = name
        self.moves = moves

    def go(self, x: int, y: int) -> int:
        return x * 10 + y


def area(w: float, h: float) -> float:
    return w * h


def three(a: int, b: int, c: int) -> str:
    return f"{a} {b} {c}"


def collect(first: int, *rest: int, **named: int) -> str:
    return f"{first} {rest} {named}"


def say(*values: object, sep: str = " ") -> None:
    print("say", *values, sep=sep)


def main() -> None:
    dims = (2.0, 3.0)
    print(area(*dims), three(1, *[2, 3]), three(*(1, 2), 3))
    print(Point(*map(int, "3,4".split(","))), Point(*(5, 6)))
    print(collect(*[1, 2, 3]), collect(1, *range(3), *(9,)), collect(5, a=1, b=2))
    robot = Robot("r", *[1, 2])
    print(robot.moves, robot.go(*[7, 8]))
    say(1, "a", *[2.5], sep="-")
    print(*zip(*[[1, 2], [3, 4]]))
    for wrong in ([1], [1, 2, 3, 4], []):
        try:
            print(three(*wrong))
        except TypeError as e:
            print(e)
        try:
            print(robot.go(*wrong))
        except TypeError as e:
            print(e)
        try:
            print(Point(*wrong))
        except TypeError as e:
            print(e)


main()
