from typing import Iterator, Optional


class Tree:
    def __init__(self, value: int) -> None:
        self.value = value
        self.left: Optional[Tree] = None
        self.right: Optional[Tree] = None

    def insert(self, value: int) -> None:
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(value)
        else:
            self.right.insert(value)

    def __iter__(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def main() -> None:
    tree = Tree(50)
    for value in [30, 70, 20, 40, 60, 80, 30]:
        tree.insert(value)
    print(list(tree), sum(tree), [v for v in tree if v > 45], 60 in list(tree))
    it = iter(tree)
    print(next(it), next(it))


main()
