"""Generator expressions over ranges, lists and others, made before and used after changes."""


def step_of(n: int) -> int:
    print("step", n)
    return n


xs = [1, 2, 3]
g = (x * 2 for x in xs)
xs.append(4)
print(next(g), list(g), list(g))
xs.append(5)
print(list(g))
n = 4
h = (i * n for i in range(n))
n = 10
print(list(h))
try:
    bad = (i for i in range(1, 5, step_of(0)))
    print("made")
except ValueError as error:
    print(error)
print(list(i for i in range(10, 0, step_of(-3))))
print(sum(i * 2**61 for i in range(2**2, 9, step_of(2))))
print(list(a / 2 for a in [1.5, float("nan"), -0.0]), max(-x for x in [0.0, -0.0, 2.5]))
print([*(c for c in "añ😀")], sorted(k for k in {"b": 1, "a": 2}))
print(list((i, j) for i in range(3) for j in range(i) if i + j != 2))
print(sum(x for x in range(2**63 - 2, 2**63 + 2)), sum((0.1 for _ in range(10)), 0.0))
big = (k for k in range(2**64, 2**64 + 2))
print(next(big), next(big), next(big, -1))
words = ["a", "b"]
u = (w + str(i) for i, w in enumerate(words))
words.clear()
print(list(u))


def evens(rows: list[list[float]]) -> list[float]:
    return [sum((a * b for a, b in zip(row, rows[0])), 0.0) for row in rows]


print(evens([[1.0, 2.0], [0.5, -0.0]]))
empty: list[int] = []
print(sum(x for x in empty), list(x for x in empty), max((x for x in empty), default=7))
try:
    print(list(1 // x for x in [1, 0]))
except ZeroDivisionError as error:
    print(error)
print(list(10 // x for x in range(2, -1, -1)))
