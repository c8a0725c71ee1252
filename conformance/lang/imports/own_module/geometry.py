SCALE = 10
print("geometry is loaded")


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def length_squared(self) -> int:
        return self.x * self.x + self.y * self.y


def origin() -> Point:
    return Point(0, 0)


def area(width: float, height: float) -> float:
    return width * height * SCALE


def name() -> str:
    return __name__


if __name__ == "__main__":
    print("never printed")
