"""A method that is mentioned through its class is the same function each time."""

from collections.abc import Callable


class Shape:
    def __init__(self, size: int) -> None:
        self.size = size

    def area(self) -> int:
        return self.size * self.size

    def edge(self) -> int:
        return self.size


class Square(Shape):
    def edge(self) -> int:
        return 4 * self.size


print(Shape.area is Shape.area, Shape.area == Shape.area)
print(Shape.area is Shape.edge, Shape.edge == Square.edge)

first: Callable[[Shape], int] = Shape.area
second: Callable[[Shape], int] = Shape.area
print(first is second, first == second, len({first, second}))
print(first(Shape(3)), second(Shape(4)))

names = {Shape.area: "area", Shape.edge: "edge"}
print(names[Shape.edge], names[first])
print(Shape.edge.__name__, Square.edge.__qualname__)
print(repr(Shape.area).split(" at ")[0])
