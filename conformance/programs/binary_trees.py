"""Allocates many binary trees and counts their nodes."""

import sys


class Tree:
    __slots__ = ("left", "right")

    def __init__(self, left: "Tree | None", right: "Tree | None") -> None:
        self.left = left
        self.right = right

    def count(self) -> int:
        if self.left is None or self.right is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth: int) -> Tree:
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def main() -> None:
    deepest = max(6, int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    print(f"stretch tree of depth {deepest + 1}\t check: {build(deepest + 1).count()}")
    long_lived = build(deepest)
    for depth in range(4, deepest + 1, 2):
        rounds = 1 << (deepest - depth + 4)
        nodes = 0
        for _ in range(rounds):
            nodes += build(depth).count()
        print(f"{rounds}\t trees of depth {depth}\t check: {nodes}")
    print(f"long lived tree of depth {deepest}\t check: {long_lived.count()}")


if __name__ == "__main__":
    main()
