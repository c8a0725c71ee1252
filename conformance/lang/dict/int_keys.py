"""Dicts whose keys are ints at first, and what else may come."""

from collections import Counter, OrderedDict, defaultdict


class Odd:
    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return hash(self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int) and other == self.number


def show(d: dict[int, str]) -> None:
    print(d, len(d), list(d), list(d.values()), list(reversed(d)))


small = {n: str(n) for n in range(-2, 4)}
show(small)
del small[-1]
small[2**63 - 1] = "last"
small[-(2**63)] = "first"
small[2**63] = "wide"
small[-(2**70)] = "wider"
show(small)
print(small[-(2**63)], small[2**63 - 1], small.get(2**63), small.get(-(2**63) - 1), 2**63 in small)
print(small.pop(-(2**63)), small.pop(-(2**63), "gone"), -(2**63) in small)
small[-(2**63)] = "again"
show(small)

mixed: dict[object, str] = {1: "a", 2: "b", -1: "c"}
print(mixed[1.0], mixed[True], 2.0 in mixed, False in mixed, mixed[Odd(2)], "1" in mixed)
mixed[2.0] = "float"
mixed["text"] = "text"
mixed[None] = "none"
mixed[-2] = "same hash"
print(mixed, list(mixed.items()))

only: dict[int, int] = {}
for n in range(100):
    only[n * n % 37] = n
    if n % 3 == 0:
        only.pop(n, None)
print(only, only.popitem(), only == dict(only.items()), only == {k: 0 for k in only})
copied = only.copy()
for key in list(only):
    del only[key]
only[5] = 6
print(only, len(copied), only | {7: 8}, {**only, 5: 7})
only.clear()
print(only, only.get(5), only.setdefault(5, 9), only.setdefault(5, 10))
print(only.setdefault(-(2**63), 1), only)
for missing in (6, 2**64, -(2**63) + 1):
    try:
        print(only[missing])
    except KeyError as e:
        print("KeyError", e)
    try:
        del only[missing]
    except KeyError as e:
        print("KeyError", e)
    try:
        only.pop(missing)
    except KeyError as e:
        print("KeyError", e)

try:
    for key in copied:
        if key in (1, 4):
            copied[key] = -key
        if key == 9:
            copied[1000] = 1
except RuntimeError as e:
    print(e, copied[1], copied[4])

ordered: OrderedDict[int, int] = OrderedDict((n, -n) for n in range(6))
ordered.move_to_end(2)
ordered.move_to_end(4, last=False)
print(ordered, ordered.popitem(last=False), ordered.popitem())
ordered[4] = 4
print(ordered)
counts = Counter(n % 7 for n in range(40))
del counts[99]
del counts[3]
counts[99] += 1
print(counts, counts[12345], counts.most_common(2))
groups: defaultdict[int, list[int]] = defaultdict(list)
for n in range(12):
    groups[n % 5].append(n)
print(groups, 7 in groups, groups[7], dict.fromkeys([3, 1, 2, 3], 0))
