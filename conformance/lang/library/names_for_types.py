from typing import Final, NewType

LIMIT: Final = 10
NAME: Final[str] = "x"
UserId = NewType("UserId", int)


def f(u: UserId) -> int:
    return u + 1


u = UserId(5)
print(f(u), LIMIT, NAME, u)
d: dict[UserId, str] = {u: "a"}
print(d[UserId(5)])


class K:
    SIZE: Final = 4

    def __init__(self, n: int) -> None:
        self.n: Final = n


print(K(3).n, K.SIZE)
