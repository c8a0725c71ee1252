from typing import Generic, Iterator, Protocol, Self, TypeVar


class Ordered(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...


T = TypeVar("T", bound=Ordered)


class Node(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value
        self.left: Node[T] | None = None
        self.right: Node[T] | None = None


class SortedTree(Generic[T]):
    def __init__(self) -> None:
        self.root: Node[T] | None = None

    def add(self, value: T) -> None:
        if self.root is None:
            self.root = Node(value)
            return
        node = self.root
        while True:
            if value < node.value:
                if node.left is None:
                    node.left = Node(value)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(value)
                    return
                node = node.right

    def walk(self, node: Node[T] | None) -> Iterator[T]:
        if node is not None:
            yield from self.walk(node.left)
            yield node.value
            yield from self.walk(node.right)

    def __iter__(self) -> Iterator[T]:
        return self.walk(self.root)


class Version:
    def __init__(self, n: int) -> None:
        self.n = n

    def __lt__(self, other: "Version") -> bool:
        return self.n < other.n

    def __repr__(self) -> str:
        return f"v{self.n}"


def main() -> None:
    tree: SortedTree[Version] = SortedTree()
    for n in [5, 2, 8, 1, 9, 3]:
        tree.add(Version(n))
    print(list(tree), min(v.n for v in tree))


main()
