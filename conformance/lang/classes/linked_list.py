from typing import Iterator


class Node:
    def __init__(self, value: int, next: "Node | None" = None) -> None:
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self) -> None:
        self.head: Node | None = None
        self.size = 0

    def push(self, value: int) -> None:
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self) -> int:
        if self.head is None:
            raise IndexError("pop from empty list")
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value

    def reverse(self) -> None:
        previous: Node | None = None
        node = self.head
        while node is not None:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self) -> Iterator[int]:
        node = self.head
        while node:
            yield node.value
            node = node.next


def main() -> None:
    items = LinkedList()
    for n in range(5):
        items.push(n * n)
    print(list(items), items.size, items.pop())
    items.reverse()
    print(list(items), items.pop(), items.size)
    try:
        LinkedList().pop()
    except IndexError as e:
        print(e)


main()
