import math


class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k: float) -> "Vector":
        return Vector(self.x * k, self.y * k)

    def __rmul__(self, k: float) -> "Vector":
        return self * k

    def __truediv__(self, k: float) -> "Vector":
        return Vector(self.x / k, self.y / k)

    def __neg__(self) -> "Vector":
        return Vector(-self.x, -self.y)

    def __abs__(self) -> float:
        return math.sqrt(self.x**2 + self.y**2)

    def __matmul__(self, other: "Vector") -> float:
        return self.x * other.x + self.y * other.y

    def __iadd__(self, other: "Vector") -> "Vector":
        self.x += other.x
        self.y += other.y
        return self

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"


def main() -> None:
    a, b = Vector(3.0, 4.0), Vector(1.0, -2.0)
    print(a + b, a - b, a * 2.0, 0.5 * a, a / 2.0, -a, abs(a), a @ b)
    c = a
    a += b
    print(a, c, a is c)
    a -= b
    print(a, c, a is c)


main()
