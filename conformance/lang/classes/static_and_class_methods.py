class Point:
    count = 0

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y
        Point.count += 1

    @staticmethod
    def distance(a: "Point", b: "Point") -> int:
        return abs(a.x - b.x) + abs(a.y - b.y)

    @classmethod
    def origin(cls) -> "Point":
        return cls(0, 0)

    @classmethod
    def parse(cls, text: str) -> "Point":
        x, y = text.split(",")
        return cls(int(x), int(y))


class Named(Point):
    def __repr__(self) -> str:
        return f"Named({self.x}, {self.y})"


def main() -> None:
    a = Point.parse("3,-4")
    print(Point.distance(a, Point.origin()), a.distance(a, Point(1, 1)), Point.count)
    print(Named.parse("1,2"), Named.origin(), type(Named.origin()).__name__, Named.count)


main()
