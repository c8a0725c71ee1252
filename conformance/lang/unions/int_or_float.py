from typing import Callable


class V:
    def __init__(self, x: float) -> None:
        self.x = x

    def __abs__(self) -> float:
        return abs(self.x)


class Adder:
    def __init__(self, n: int) -> None:
        self.n = n

    def __call__(self, k: int) -> int:
        return self.n + k


def apply(f: Callable[[int], int], k: int) -> int:
    return f(k)


print(abs(V(-2.5)), apply(Adder(3), 4))
fs: list[Callable[[int], int]] = [Adder(1), lambda x: x * 2, abs]
print([f(-3) for f in fs])
xs = [1.5, 2.5]
print(sum(xs), sum([]))
print(sum(x * 2.0 for x in xs), sum([0.1] * 3))


def area(w: float, h: float) -> float:
    return w * h


def mixed(a: int | float, b: int | float) -> float:
    return float(a + b)


n: int | float = 3
print(n * 2, n + 0.5, -n, n / 2, n**2, abs(n), round(2.567, 1))
