from dataclasses import FrozenInstanceError, dataclass, replace


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx: int) -> "Point":
        return replace(self, x=self.x + dx)


def main() -> None:
    p = Point(1, 2)
    seen = {p: "start", Point(5): "other"}
    print(p, p.moved(4), seen[Point(1, 2)], Point(5, 0) in seen, len({p, Point(1, 2)}))
    print(hash(p) == hash((1, 2)), hash(Point(0)) == hash((0, 0)))
    try:
        setattr(p, "x", 5)
    except FrozenInstanceError as e:
        print(e)


main()
