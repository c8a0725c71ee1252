"""What a test has shown is still known behind calls that assign no such field."""


class Node:
    def __init__(self, value: int, parent: "Node | None") -> None:
        self.value = value
        self.parent = parent
        self.next: Node | None = None
        self.seen = 0

    def depth(self) -> int:
        self.seen += 1
        return 0 if self.parent is None else 1 + self.parent.depth()

    def link(self, other: "Node") -> None:
        self.next = other

    def describe(self) -> str:
        if self.parent is None:
            return f"root {self.value}"
        depth = self.depth()
        while self.parent.value < 4:
            self.parent.value += self.depth()
        self.link(self.parent)
        return f"{self.parent.value} above {self.value} at {depth} {self.parent.describe()}"


last: Node | None = None


def remember(node: Node) -> int:
    global last
    last = node
    return node.depth()


def main() -> None:
    root = Node(1, None)
    leaf = Node(3, Node(2, root))
    print(leaf.describe(), root.seen)
    remember(leaf)


main()
if last is not None:
    print(last.depth())
    print(last.value)
