class Point:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def moved(self, dx: int, dy: int) -> "Point":
        return Point(self.x + dx, self.y + dy)


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x: int, y: int, z: int) -> None:
        super().__init__(x, y)
        self.z = z


def main() -> None:
    p = Point(1, 2).moved(3, 4)
    q = Point3(1, 2, 3)
    q.z += p.x
    print(p.x, p.y, q.x, q.y, q.z)


main()
