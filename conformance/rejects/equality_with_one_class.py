class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: "Point") -> bool:  # error: KR403
        return self.x == other.x


print(Point(1) == Point(1))
