class Shape:
    pass


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        self.radius = radius


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side


class Cube(Square):
    pass


def area(shape: Shape) -> float:
    if isinstance(shape, Circle):
        return 3.0 * shape.radius**2
    if isinstance(shape, Cube):
        return 6.0 * shape.side**2
    if isinstance(shape, Square):
        return shape.side**2
    return 0.0


def is_round(shape: Circle | Square) -> bool:
    return not isinstance(shape, Square)


def main() -> None:
    shapes: list[Shape] = [Circle(1.0), Square(2.0), Cube(1.0), Shape()]
    print([area(s) for s in shapes], is_round(Circle(1.0)), is_round(Cube(2.0)))
    print([isinstance(s, (Circle, Cube)) for s in shapes])


main()
