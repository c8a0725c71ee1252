"""Generator expressions that a builtin runs through at once."""

from typing import Iterator


class P:
    def __init__(self, x: int) -> None:
        self.x = x

    def ok(self, n: int) -> bool:
        return all(self.x > v for v in range(n))


def sums(xs: list[int]) -> int:
    return sum(x * x for x in xs)


def wide(n: int) -> int:
    return sum(2**62 for _ in range(n))


def wide2(n: int) -> int:
    return max(3**abs(k) for k in range(n))


def cap(n: int) -> str:
    k = n
    def bump() -> int:
        nonlocal k
        k += 1
        return k
    a = ",".join(str(bump() + k) for _ in range(3))
    return a + str(k)


def noisy(name: str) -> Iterator[int]:
    print("begin", name)
    for i in range(3):
        print(name, i)
        yield i
    print("end", name)


def stops(it: Iterator[int]) -> int:
    return sum(next(it) for _ in range(5))


def nested() -> int:
    return max(max(x for x in y) for y in [[1, 2], []])


def divides(xs: list[int]) -> list[int]:
    return list(10 // x for x in xs if x < 5)


def main() -> None:
    p = P(5)
    print(p.ok(5), p.ok(6), sums([1, 2, 3]), wide(1), wide(2), wide(5), wide2(3), wide2(60))
    print(cap(3))
    print(all(x > 0 for x in noisy("a")), any(x > 0 for x in noisy("b")))
    print(sum(x > 1 for x in [1, 2, 3]), sum(0.1 for _ in range(10)))
    print(sum((0.5 for _ in range(0)), 0.0))
    print(sum(x for x in [1.5, -0.0]), sum(x for x in [0.0][:0]))
    print(min(w for w in ["b", "a"]), max(c for c in "hello"), min(x for x in [2.5, 1.5]))
    print(sorted(c for c in "hello"), sorted((len(w) for w in ["aa", "b"]), reverse=True))
    print(sorted((w for w in ["aa", "b"]), key=lambda w: len(w)))
    print(list(i for i in range(3)), tuple(c for c in "abc"), set(i % 2 for i in range(4)))
    print("-".join(c + d for c in "ab" for d in "xy" if c != d), "".join(c for c in "\U0001F600a"))
    xs = [1]
    xs.extend(x + len(xs) for x in [1, 2, 3])
    print(xs)
    print(any(s for s in ["", "a"]), all(n for n in [1, 0]))
    print(any(f for f in [0.0]), all([] for _ in [1]))
    print([sum(j for j in range(i)) for i in range(4)])
    print(list(sum(k for k in range(n)) for n in range(5)))
    for f in (lambda: stops(iter([1, 2])), nested, lambda: divides([1, 0]).pop()):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
    print(any((y := x) > 2 for x in [1, 2, 3, 4]), y)


main()
print(divides([3, 7, 0]))
