from enum import IntEnum


class I(IntEnum):
    ONE = 1


def f(x: int | str) -> str:
    if isinstance(x, int):
        return "int"
    return "str"


print(f(5), f("a"), type(I.ONE))


class Z:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n

    def __hash__(self) -> int:
        return self.n


try:
    print(len(Z(2**70)))
except OverflowError as e:
    print(e)
try:
    if Z(2**70):
        print("yes")
except OverflowError as e:
    print(e)
print(hash(Z(2**70)), hash(Z(2**61 - 1)), hash(Z(-1)), hash(Z(2**61)))
print(bool(Z(5)), not Z(0))
try:
    if Z(-1):
        print("yes")
except ValueError as e:
    print(e)
print(Z(3).__len__(), Z(-3).__len__())
