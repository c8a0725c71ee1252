"""Loops that unpack what enumerate, zip and dict.items give; min and max of numbers."""

from typing import Iterator

xs = [1, 2, 3]
ys = [0.5, 1.5]
names = ["a", "b", "c"]
for i, x in enumerate(xs, 2**63 - 2):
    print(i, x)
for i, x in enumerate(xs):
    if i < 5:
        xs.append(i)
    print(i, x)


def gen(n: int) -> Iterator[int]:
    for i in range(n):
        print("gen", i)
        xs[i] = -i
        yield i * 2**62


for a, b in zip(xs, gen(3)):
    print(a, b)
for g, t in zip(gen(5), names):
    print(g, t)
for a, y, n in zip(xs, ys, names):
    print(a, y, n)
d = {"x": 1, "y": 2**70, "z": 3}
for k, v in d.items():
    print(k, v)
try:
    for k, v in d.items():
        d[k + "q"] = v
except RuntimeError as e:
    print(e)
print({k: v for k, v in d.items() if v > 2})
print([a * b for a, b in zip(xs, xs[1:])], [c + str(i) for i, c in enumerate("abc😀")])
print([(i, p) for i, p in enumerate(zip("ab", "cd"))], list(zip(xs, names)))
for (k, v), i in zip(d.items(), range(9)):
    print(k, v, i)
print(min(3, 1, 2), max(1.5, 0.5, float("nan")), max(float("nan"), 1.0))
print(min(0.0, -0.0), min(-0.0, 0.0), max(2**70, 3, 2**71))
for i, x in enumerate(range(3, 9, 2), 1):
    print(i, x)
rows: list[list[int]] = [[0, 0], [0, 0]]
for rows[0][0], rows[0][1] in zip([1, 2], [3, 4]):
    print(rows)
i = 0
for i, names[i] in enumerate(["p", "q"]):
    print(i, names)
