"""Many small points on a curve, normalised and reduced to the largest."""

import math
import sys


class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, i: int) -> None:
        self.x = math.sin(float(i))
        self.y = math.cos(float(i)) * 3.0
        self.z = self.x * self.x / 2.0

    def __repr__(self) -> str:
        return f"<Point: x={self.x:.6f}, y={self.y:.6f}, z={self.z:.6f}>"

    def normalize(self) -> None:
        norm = math.sqrt(self.x**2 + self.y**2 + self.z**2)
        self.x /= norm
        self.y /= norm
        self.z /= norm

    def maximize(self, other: "Point") -> "Point":
        self.x = self.x if self.x > other.x else other.x
        self.y = self.y if self.y > other.y else other.y
        self.z = self.z if self.z > other.z else other.z
        return self


def benchmark(count: int) -> Point:
    points = [Point(i) for i in range(count)]
    for p in points:
        p.normalize()
    best = points[0]
    for p in points[1:]:
        best = best.maximize(p)
    return best


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    print(benchmark(count))


if __name__ == "__main__":
    main()
