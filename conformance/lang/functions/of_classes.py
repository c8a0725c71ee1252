from typing import Callable


class A:
    def __init__(self, n: int) -> None:
        self.n = n

    def rank(self) -> int:
        return -self.n

    def add(self, k: int) -> int:
        return self.n + k


xs = [A(3), A(1), A(2)]
print([x.n for x in sorted(xs, key=A.rank)], A.add(xs[0], 4))
print(sorted(["b", "A", "c"], key=str.lower), list(map(str.strip, [" a ", "b "])))
f: Callable[[A, int], int] = A.add
print(f(xs[1], 10), str.join(",", ["a", "b"]), [g("aB") for g in [str.upper, str.lower]])
hs: list[Callable[[int], int]] = [lambda x, i=i: x * i for i in range(4)]
print([h(10) for h in hs])
k = lambda n=3: n + 1
print(k(), (lambda a, b: a + b)(1, 2))
print(max(["a", "bbb", "cc"], key=len), max([A(1), A(5)], key=lambda a: a.n).n)


def apply_all[T](fs: list[Callable[[T], T]], x: T) -> T:
    for f in fs:
        x = f(x)
    return x


print(apply_all([abs, lambda n: n + 1], -5))
