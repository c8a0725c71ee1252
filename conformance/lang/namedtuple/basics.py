from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def scaled(self, k: int) -> "Point":
        return Point(self.x * k, self.y * k)

    @property
    def size(self) -> int:
        return abs(self.x) + abs(self.y)


def main() -> None:
    p = Point(3, -4)
    x, y = p
    print(p, p.x, p[1], x, y, len(p), p == (3, -4), p == Point(3, -4), Point(1), p.scaled(2**62))
    print(p.size, p._replace(y=9), sorted([Point(2), Point(1, 5)]), p < Point(4))
    print(hash(p) == hash((3, -4)))
    print({p: 1}[Point(3, -4)], list(p), max(p), 3 in p, p + (1,), p[::-1], Point(x=1, y=2))


main()
