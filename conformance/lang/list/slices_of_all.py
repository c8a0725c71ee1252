"""Slices whose bounds are ints, narrow and wide, and objects told apart by identity."""

from enum import Enum


class Node:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return True


class Kind(Enum):
    A = 1
    B = 2


def main() -> None:
    a, b = Node(1), Node(1)
    c: Node | None = None
    anything: object = a
    print(a is b, a is a, a is not b, c is a, anything is a, a is anything, b is anything)
    k = Kind.A
    print(k is Kind.A, k is Kind.B, k is not Kind.B)
    s = "héllo wörld"
    xs = list(range(10))
    bs = bytes(range(10))
    t = (1, 2, 3, 4)
    wide = 2**70
    for i in (-20, -3, 0, 4, 30, wide, -wide):
        for j in (-2, 0, 5, wide):
            print(s[i:j], s[i:], s[:j], xs[i:j], xs[:j], xs[i:], bs[i:j], t[i:j])
            print(s[i:j:2], xs[i:j:-1])
    xs[2:4] = [7]
    del xs[:1]
    print(xs, xs[::2], s[::-1])
    try:
        print(s[0:1:0])
    except ValueError as e:
        print(e)


main()
