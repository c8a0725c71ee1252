from __future__ import annotations

from collections import OrderedDict
from typing import Generic, Iterator, Optional, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class _Node(Generic[K, V]):
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value
        self.prev: Optional[_Node[K, V]] = None
        self.next: Optional[_Node[K, V]] = None


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self._map: dict[K, _Node[K, V]] = {}
        self._head: Optional[_Node[K, V]] = None
        self._tail: Optional[_Node[K, V]] = None
        self.hits = self.misses = 0

    def _unlink(self, node: _Node[K, V]) -> None:
        if node.prev is not None:
            node.prev.next = node.next
        else:
            self._head = node.next
        if node.next is not None:
            node.next.prev = node.prev
        else:
            self._tail = node.prev
        node.prev = node.next = None

    def _push(self, node: _Node[K, V]) -> None:
        node.next = self._head
        if self._head is not None:
            self._head.prev = node
        self._head = node
        if self._tail is None:
            self._tail = node

    def get(self, key: K, default: Optional[V] = None) -> Optional[V]:
        node = self._map.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key: K, value: V) -> None:
        if key in self._map:
            node = self._map[key]
            node.value = value
            self._unlink(node)
            self._push(node)
            return
        if len(self._map) >= self.capacity:
            oldest = self._tail
            assert oldest is not None
            self._unlink(oldest)
            del self._map[oldest.key]
        node = _Node(key, value)
        self._map[key] = node
        self._push(node)

    def items(self) -> Iterator[tuple[K, V]]:
        node = self._head
        while node:
            yield node.key, node.value
            node = node.next

    def __len__(self) -> int:
        return len(self._map)

    def __repr__(self) -> str:
        inner = ", ".join(f"{k!r}: {v!r}" for k, v in self.items())
        return f"{self.__class__.__name__}({{{inner}}})"


class OrderedCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.data: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        if key not in self.data:
            return None
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key: K, value: V) -> None:
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)


def main() -> None:
    cache: LRUCache[str, int] = LRUCache(2)
    other: OrderedCache[str, int] = OrderedCache(2)
    for key, value in zip("abacad", range(6)):
        cache.put(key, value)
        other.put(key, value)
        print(cache, dict(other.data), cache.get("a"), other.get("a"))
    print(cache.get("zz"), cache.get("zz", -1), cache.hits, cache.misses, len(cache))
    try:
        LRUCache[int, int](0)
    except ValueError as e:
        print("error:", e)


main()
