"""Sets of small ints, where an item of another type may be equal to one of them."""


def edges() -> None:
    items: set[int] = set()
    for n in (-66, -65, -64, -63, -2, -1, 0, 1, 62, 63, 64, 127, 128, 191, 192, 193, 2**61 - 1):
        assert n not in items
        items.add(n)
        assert n in items
        items.add(n)
    print(len(items), sorted(items), -1 in items, 2**61 - 2 in items, 2**64 in items)
    for n in (-64, -1, 0, 63, 64, 191, 192):
        items.remove(n)
        items.discard(n)
        print(n, n in items, len(items), list(items))
        items.add(n)
    items.discard(1000)
    try:
        items.remove(100)
    except KeyError as error:
        print(repr(error), error.args)
    items.clear()
    print(0 in items, len(items))
    items.add(5)
    print(5 in items, items.pop(), 5 in items, items)


def mixed() -> None:
    items: set[int | float | bool | str] = {1, 2, 3}
    items.remove(True)
    print(1 in items, items)
    items.add(1.0)
    print(1 in items, items)
    items.add(1)
    print(items)
    items.discard(1)
    items.add("x")
    items.add(7)
    print(7 in items, 8 in items, 1 in items, len(items))


def copies() -> None:
    first = {1, 2, 70}
    second = first.copy()
    second.add(3)
    second.remove(1)
    print(3 in first, 3 in second, 1 in first, 1 in second)
    first |= {4, 200, -64}
    print([n for n in range(-70, 210) if n in first])
    first &= {4, 2, -64}
    print([n for n in range(-70, 210) if n in first], 200 in first)
    first ^= {2, 5}
    first -= {4}
    print(2 in first, 5 in first, 4 in first, first)
    third = first | second
    frozen = frozenset(third)
    print([n for n in range(-70, 210) if n in third], [n for n in range(-70, 210) if n in frozen])
    first.update([9, 10], (11,), range(12, 15))
    first.difference_update([9])
    first.intersection_update(range(10, 14))
    print([n for n in range(-70, 210) if n in first], first == {10, 11, 12, 13})
    first.clear()
    first.update(frozen)
    print(sorted(first), 3 in first, 9 in first)


def many() -> None:
    items: set[int] = set()
    state = 12345
    found = 0
    for _ in range(20000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        n = state // 65536 % 300 - 80
        if n in items:
            items.remove(n)
            found += 1
        else:
            items.add(n)
    print(found, len(items), list(items))


edges()
mixed()
copies()
many()
