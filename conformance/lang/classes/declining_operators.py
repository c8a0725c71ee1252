class V:
    def __init__(self, x: int) -> None:
        self.x = x
    def __add__(self, other: object) -> "V":
        if isinstance(other, V):
            return V(self.x + other.x)
        if isinstance(other, int):
            return V(self.x + other)
        return NotImplemented
    def __radd__(self, other: object) -> "V":
        if isinstance(other, int):
            return V(other + self.x)
        return NotImplemented
    def __mul__(self, n: int) -> "V":
        return V(self.x * n)
    def __rmul__(self, n: int) -> "V":
        return V(self.x * n)
    def __neg__(self) -> "V":
        return V(-self.x)
    def __lt__(self, other: object) -> bool:
        if not isinstance(other, V):
            return NotImplemented
        return self.x < other.x
    def __repr__(self) -> str:
        return f"V({self.x})"
class Box:
    def __init__(self) -> None:
        self.n: list[int] = []
    def __len__(self) -> int:
        return len(self.n)
v = V(1)
print(v + v, v + 2, 3 + v, v * 4, 5 * v, -v, v < V(2), sorted([V(3), V(1)]))
v += 5
print(v, bool(Box()))
try:
    v + "x"
except TypeError as e:
    print(e)
try:
    v += "x"
except TypeError as e:
    print(e)
try:
    print("x" + v)
except TypeError as e:
    print(e)
b = Box()
if not b:
    print("empty")
b.n.append(1)
if b:
    print("full")
