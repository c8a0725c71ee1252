from typing import Generic, Iterator, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        return self._items.pop()

    def peek(self) -> T | None:
        return self._items[-1] if self._items else None

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)


class Pair(Generic[T]):
    def __init__(self, left: T, right: T) -> None:
        self.left = left
        self.right = right

    def swapped(self) -> "Pair[T]":
        return Pair(self.right, self.left)


def main() -> None:
    numbers: Stack[int] = Stack()
    for n in [1, 2**63, 3]:
        numbers.push(n)
    print(numbers.pop() + 1, numbers.peek(), len(numbers), list(numbers), sum(numbers))
    words = Stack[str]()
    words.push("a")
    print(words.pop().upper(), words.peek(), bool(words))
    p = Pair(1, 2).swapped()
    print(p.left - p.right, Pair("x", "y").swapped().left)


main()
