"""A cache that forgets what was used longest ago: by a linked list, and by an ordered dict."""

import sys
from collections import OrderedDict
from typing import Generic, Iterator, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Entry(Generic[K, V]):
    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value
        self.newer: Entry[K, V] | None = None
        self.older: Entry[K, V] | None = None


class LinkedCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.table: dict[K, Entry[K, V]] = {}
        self.newest: Entry[K, V] | None = None
        self.oldest: Entry[K, V] | None = None
        self.hits = 0
        self.misses = 0

    def unlink(self, entry: Entry[K, V]) -> None:
        if entry.newer is None:
            self.newest = entry.older
        else:
            entry.newer.older = entry.older
        if entry.older is None:
            self.oldest = entry.newer
        else:
            entry.older.newer = entry.newer
        entry.newer = entry.older = None

    def link(self, entry: Entry[K, V]) -> None:
        entry.older = self.newest
        if self.newest is not None:
            self.newest.newer = entry
        self.newest = entry
        if self.oldest is None:
            self.oldest = entry

    def get(self, key: K) -> V | None:
        entry = self.table.get(key)
        if entry is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(entry)
        self.link(entry)
        return entry.value

    def put(self, key: K, value: V) -> None:
        entry = self.table.get(key)
        if entry is not None:
            entry.value = value
            self.unlink(entry)
        else:
            if len(self.table) >= self.capacity and self.oldest is not None:
                del self.table[self.oldest.key]
                self.unlink(self.oldest)
            entry = Entry(key, value)
            self.table[key] = entry
        self.link(entry)

    def __iter__(self) -> Iterator[K]:
        entry = self.newest
        while entry is not None:
            yield entry.key
            entry = entry.older


class OrderedCache:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.table: OrderedDict[int, int] = OrderedDict()

    def get(self, key: int) -> int | None:
        if key not in self.table:
            return None
        self.table.move_to_end(key)
        return self.table[key]

    def put(self, key: int, value: int) -> None:
        self.table[key] = value
        self.table.move_to_end(key)
        if len(self.table) > self.capacity:
            self.table.popitem(last=False)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    cache: LinkedCache[int, int] = LinkedCache(64)
    ordered = OrderedCache(64)
    state = 1
    total = 0
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        key = (state >> 16) % 100
        value = cache.get(key)
        if value != ordered.get(key):
            print("the caches differ at", key)
        if value is None:
            cache.put(key, key * key)
            ordered.put(key, key * key)
        else:
            total += value
    print(cache.hits, cache.misses, total, list(cache)[:10])
    names: LinkedCache[str, float] = LinkedCache(2)
    names.put("a", 1.5)
    names.put("b", 2.5)
    names.get("a")
    names.put("c", 3.5)
    print(list(names), names.get("b"), names.get("a"))
    try:
        LinkedCache[str, int](0)
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    main()
