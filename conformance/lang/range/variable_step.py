"""Loops over ranges whose step is known at run time only, and what is in a range."""

import sys


def over(start: int, stop: int, step: int) -> list[int]:
    found = []
    for i in range(start, stop, step):
        found.append(i)
        if len(found) == 6:
            break
    return found


def members(low: int, high: int, step: int) -> list[int]:
    return [n for n in range(-12, 13) if n in range(low, high, step)]


for step in (1, 2, 3, -1, -2, -5, 7):
    print(step, over(0, 10, step), over(10, 0, step), over(3, 3, step))
print(over(2**62, 2**63 - 1, 2**61), over(-(2**62), -(2**63), -(2**61)))
print(over(2**63 - 3, 2**64, 2**62), over(2**70, 2**70 + 9, 4), over(0, 9, 2**65))
for step in (1, 2, 3, -1, -4):
    print(members(-7, 8, step), members(8, -7, step))
print(3 in range(2**70), 2**65 in range(0, 2**70, 2**64), -1 in range(2**64))
print(sum(1 for n in range(20) if n in (3, n - 1, 7) or n not in [n, 2]))
print([w for w in ("a", "b", "", "ab") if w in ("ab", "") or w not in {"a", "ab"}])


def noisy(name: str, value: int) -> int:
    print(name, end=" ")
    return value


print(noisy("x", 1) in (noisy("a", 1), noisy("b", 2)), noisy("y", 5) not in [noisy("c", 5)])
try:
    print(over(1, 5, len(sys.argv) - len(sys.argv)))
except ValueError as error:
    print(error)
for i in range(5, 0, len(sys.argv) - len(sys.argv)):
    print(i)
