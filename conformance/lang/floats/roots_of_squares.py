"""A number that can't be negative has a real power of every kind."""

import math


class Point:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def length(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5

    def squared(self) -> float:
        return (self.x * self.x + self.y * self.y) ** 1.5


def root(n: int) -> float:
    return (n * n + abs(n)) ** 0.5


x, y = 3, 4
print((x**2 + y**2) ** 0.5, (x * x) ** 0.25, len("abcd") ** 0.5, abs(-2.25) ** 0.5)
print(Point(3.0, -4.0).length(), Point(-1.0, 2.0).squared(), root(-7), root(0))
print((math.hypot(3.0, 4.0) / 2) ** 0.5, (0.0 * 0.0) ** 0.5, (math.nan * math.nan) ** 0.5)
try:
    print(((x - x) ** 2) ** -0.5)
except ZeroDivisionError as e:
    print(e)
values: list[float] = [1.5, 2.5]
total = sum((v - 2.0) ** 2 for v in values)
print(math.sqrt(total), math.floor(total), math.sqrt(total * 4))
print("ab" * (x == 3) + "cd" * (x == 4), [0] * (y > 3), (1, 2) * (y < 3), (x == 3) * "z")
