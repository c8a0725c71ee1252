from abc import ABC, abstractmethod
import math


class Shape(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def corners(self) -> int: ...

    def describe(self) -> str:
        return f"{self.name}: {self.area():.3f}, {self.corners}"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return math.pi * self.radius**2

    @property
    def corners(self) -> int:
        return 0


class Rectangle(Shape):
    def __init__(self, width: float, height: float) -> None:
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self) -> float:
        return self.width * self.height

    @property
    def corners(self) -> int:
        return 4


def main() -> None:
    shapes: list[Shape] = [Circle(1.5), Rectangle(2.0, 3.5)]
    for shape in shapes:
        print(shape.describe())
    print(max(shapes, key=lambda s: s.area()).name, sum(s.corners for s in shapes))


main()
