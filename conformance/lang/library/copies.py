import copy
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Iterator, NamedTuple


class Kind(Enum):
    A = 1


class Node:
    def __init__(self, value: int, next: "Node | None" = None) -> None:
        self.value = value
        self.next = next
        self.items: list[list[int]] = [[value]]
        self.big = 10**25
        self.ratio = 0.5

    @cached_property
    def total(self) -> int:
        print("total")
        return self.value + 1


class Special(Node):
    def __init__(self, value: int) -> None:
        super().__init__(value)
        self.kind = Kind.A
        self.when = date(2020, 1, 2)


class Pair(NamedTuple):
    left: list[int]
    right: int


@dataclass(frozen=True)
class Frozen:
    items: list[int] = field(default_factory=list)


def main() -> None:
    a = [[1], [2]]
    shallow = copy.copy(a)
    deep = copy.deepcopy(a)
    a[0].append(9)
    print(a, shallow, deep, shallow[0] is a[0], deep[0] is a[0])
    shared = [1]
    both = [shared, shared]
    two = copy.deepcopy(both)
    print(two[0] is two[1], two[0] is shared)
    ring = Node(1)
    ring.next = ring
    again = copy.deepcopy(ring)
    print(again.next is again, again is ring, again.items, again.items is ring.items, again.big)
    special = Special(5)
    special.next = ring
    print(special.total)
    twin = copy.copy(special)
    print(twin.total, twin.next is ring, twin.items is special.items, twin.kind is Kind.A)
    print(twin.when)
    far = copy.deepcopy(special)
    far.items[0].append(3)
    print(type(far).__name__, far.total, far.items, special.items, far.next is ring, far.ratio)
    t = ([1], 2)
    print(copy.copy(t)[0] is t[0], copy.deepcopy(t)[0] is t[0], copy.deepcopy((1, "a")))
    print(copy.deepcopy(t) == t)
    plain = (1, 2)
    print(copy.deepcopy(plain))
    p = Pair([1], 2)
    q = copy.copy(p)
    r = copy.deepcopy(p)
    print(q, q.left is p.left, r, r.left is p.left, type(r).__name__)
    f = Frozen([1])
    g = copy.deepcopy(f)
    print(g, g == f, g.items is f.items)
    d = {"a": [1], "b": [2]}
    e = copy.deepcopy(d)
    e["a"].append(5)
    print(d, e, copy.copy({1, 2, 3}), copy.deepcopy(frozenset({1})))
    c = copy.copy(Counter("aab"))
    o = copy.deepcopy(OrderedDict([("x", [1])]))
    dd = copy.deepcopy(defaultdict(list, {"k": [1]}))
    dd["new"].append(2)
    dq = copy.deepcopy(deque([[1], [2]], maxlen=2))
    dq.append([3])
    print(c, o, dd, dq)
    raw = bytearray(b"ab")
    other = copy.copy(raw)
    other.append(99)
    print(raw, other, copy.copy(5), copy.deepcopy("text"), copy.deepcopy(None))
    print(copy.copy(len) is len)
    try:
        copy.copy(iter_of(3))
    except TypeError as error:
        print(error)


def iter_of(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


main()
