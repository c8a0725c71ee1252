"""Tuples of two ints, however they were made, are the same tuples."""

from collections import Counter
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def double(pair: tuple[int, int]) -> tuple[int, int]:
    a, b = pair
    return a * 2, b * 2


def shown(value: object) -> str:
    return f"{value!r} {type(value)} {isinstance(value, tuple)}"


display = (1, 2)
zipped = list(zip([1], [2]))[0]
listed = tuple([1, 2])
point = Point(1, 2)
several: list[tuple[int, ...]] = [display, zipped, listed, (1, 2, 3), (1,), ()]
for one in several:
    print(one, len(one), hash(one) == hash(several[0]), [one == each for each in several])
    print([one < each for each in several], [one >= each for each in several])
print(display == point, point == display, hash(point) == hash(display), point <= display)
print(len({display, zipped, point}), {display: "a"}[zipped], {display: "b"}[point])
print(shown(display), shown(listed), shown(point), type(display) is type(listed))

big = (1 << 62, -(1 << 63))
for _ in range(3):
    print(big, hash(big), double(big))
    big = double(big)
print((1 << 63, 0) > (5, 5), (0, 1 << 70) == (0, 1 << 70), (-1, -1) in {(-1, -1), (-2, -2)})
print(hash((-1, -2)), hash((2**61 - 1, 2**61)), hash((0, 0)), hash((-(2**63), 2**63 - 1)))
print((True, 1) == (1, 1), (1.0, 2) == (1, 2), {(1, 2): 3}.get((1, 2), 0))

print(display + (3, 4), display * 2, display[::-1], display[-1], display[0:1], 2 in display)
print(display.index(2), display.count(1), list(display), list(reversed(display)), sum(display))
for at in (-3, 2):
    try:
        print(display[at : at + 1], display[at])
    except IndexError as e:
        print(e)

grid = {(x, y) for x in range(-3, 4) for y in range(-3, 4) if (x * y) % 3}
print(grid)
print(sorted(grid, key=lambda cell: (cell[1], -cell[0]))[:5], min(grid), max(grid))
print(Counter((n % 3, n % 2) for n in range(20)).most_common(3))
match display:
    case (1, y):
        print("one and", y)
