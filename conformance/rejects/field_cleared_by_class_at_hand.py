class Node:
    def __init__(self) -> None:
        self.value: int | None = 3


NODES: list[Node] = [Node()]


class Sweep:
    def __init__(self) -> None:
        for node in NODES:
            node.value = None

    @classmethod
    def make(cls) -> "Sweep":
        return cls()


def value(node: Node, sweep: Sweep) -> int:
    if node.value is not None:
        sweep.make()
        return node.value + 1  # error: KR313
    return 0


print(value(NODES[0], Sweep()))
