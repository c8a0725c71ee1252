"""The chaos game on a closed spline: a cloud of points, as picture and checksum."""

import math
import random
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Point") -> "Point":
        return Point(self.x - other.x, self.y - other.y)

    def scaled(self, k: float) -> "Point":
        return Point(self.x * k, self.y * k)

    def length(self) -> float:
        return math.hypot(self.x, self.y)

    def towards(self, other: "Point", part: float) -> "Point":
        return self + (other - self).scaled(part)


class Curve:
    """A quadratic Bezier curve."""

    def __init__(self, begin: Point, control: Point, end: Point) -> None:
        self.begin = begin
        self.control = control
        self.end = end

    def __call__(self, t: float) -> Point:
        first = self.begin.towards(self.control, t)
        second = self.control.towards(self.end, t)
        return first.towards(second, t)


class ChaosGame:
    def __init__(self, curves: list[Curve], thickness: float) -> None:
        self.curves = curves
        self.thickness = thickness

    def transform(self, point: Point) -> Point:
        curve = random.choice(self.curves)
        t = point.x
        here = curve(t)
        step = 1.0 / 5000.0
        ahead = curve(t + step if t + step < 1.0 else t - step)
        along = ahead - here
        length = along.length()
        if length == 0.0:
            return here
        normal = Point(along.y / length, -along.x / length)
        moved = here + normal.scaled((point.y - 0.5) * self.thickness)
        return Point(min(max(moved.x, 0.0), 1.0), min(max(moved.y, 0.0), 1.0))

    def play(self, width: int, height: int, rounds: int) -> list[list[int]]:
        image = [[0] * width for _ in range(height)]
        point = Point(0.5, 0.5)
        for _ in range(rounds):
            point = self.transform(point)
            x = min(int(point.x * width), width - 1)
            y = min(int(point.y * height), height - 1)
            image[y][x] += 1
        return image


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    random.seed(1234)
    curves = [
        Curve(Point(0.1, 0.2), Point(0.5, 1.1), Point(0.9, 0.2)),
        Curve(Point(0.9, 0.2), Point(0.6, 0.1), Point(0.5, 0.8)),
        Curve(Point(0.5, 0.8), Point(0.1, 0.9), Point(0.1, 0.2)),
    ]
    image = ChaosGame(curves, 0.25).play(60, 24, rounds)
    for row in image:
        print("".join(" .:+*#"[min(5, n.bit_length())] for n in row).rstrip())
    print(sum(n * (x + 1) * (y + 1) for y, row in enumerate(image) for x, n in enumerate(row)))


if __name__ == "__main__":
    main()
