class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: Node | None = None

    def cut(self) -> None:
        self.next = None


def second(node: Node) -> int:
    if node.next is None:
        return 0
    node.cut()
    return node.next.value  # error: KR313


print(second(Node(1)))
