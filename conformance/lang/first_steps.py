from dataclasses import dataclass
from typing import Iterator


@dataclass
class Point:
    x: int
    y: int = 0


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: "Node | None" = None


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) & 0xFFFFFFFF
    return a


def words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def evens(limit: int) -> Iterator[int]:
    for i in range(limit):
        if i % 2 == 0:
            yield i


def total(head: Node | None) -> int:
    result = 0
    node = head
    while node is not None:
        result += node.value
        node = node.next
    return result


def main() -> None:
    names = []
    for n in range(3):
        names.append(f"n{n}")
    print(names, [x * x for x in range(10) if x > 2])
    p = Point(1, y=2)
    p.x += 3
    print(p, sorted(words("a b a").items(), key=lambda kv: kv[1]))
    print(sum(evens(10)), fib(30), total(Node(1)))
    try:
        print(1 // 0)
    except ZeroDivisionError as e:
        print("caught", e)


if __name__ == "__main__":
    main()
