from .base import Shape

COUNT = 7
print("module", __name__)


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        self.radius = radius

    def area(self) -> float:
        return 3.0 * self.radius**2
