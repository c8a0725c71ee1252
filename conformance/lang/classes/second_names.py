"""Second names of methods, and properties made by a call."""


class Vector:
    def __init__(self, x: int) -> None:
        self.x = x

    def __mul__(self, factor: int) -> "Vector":
        return Vector(self.x * factor)

    __rmul__ = __mul__

    def __add__(self, other: object) -> "Vector":
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x)

    __radd__ = __add__

    def __repr__(self) -> str:
        return f"Vector({self.x})"

    __str__ = __repr__

    def get(self) -> int:
        return self.x

    def put(self, value: int) -> None:
        if value < 0:
            raise ValueError(f"{value} is negative")
        self.x = value

    value = property(get, put)
    same = property(get)
    fetch = get

    def grown(self, by: int = 1, *, twice: bool = False) -> int:
        return self.x + (2 * by if twice else by)

    larger = grown

    def parts(self) -> list[int]:
        return [n for n in range(self.x)]

    items = parts


class Below(Vector):
    def get(self) -> int:
        return -1

    def __repr__(self) -> str:
        return "Below"


vector = Vector(3)
print(vector * 2, 2 * vector, str(vector), f"{vector}", [vector])
print(vector.value, vector.same, vector.fetch(), vector.larger(), vector.larger(5, twice=True))
vector.value = 8
print(vector.value, vector, vector.items())
vector.value += 2
print(vector.value, 2**70 * vector, (vector * 2**70).fetch())
below = Below(4)
print(below.get(), below.fetch(), below.value, below, repr(below), 3 * below)
try:
    vector.value = -1
except ValueError as error:
    print(error)
bound = vector.larger
print(bound(3), list(map(Vector.fetch, [vector, below])))
vector.value = -5
