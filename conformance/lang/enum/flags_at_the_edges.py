import enum
from enum import Enum, Flag, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN
    EXECUTE = RUN


class Sparse(enum.Flag):
    HIGH = 1 << 70
    LOW = 2
    MIDDLE = 0x10
    ZERO = 0
    NEXT = auto()

    def describe(self) -> str:
        return f"{self.name}:{self.value.bit_length()}"


class Colour(Enum):
    RED = 1
    CRIMSON = 1
    BLUE = 2


def combine(flags: list[Permission]) -> Permission:
    total = Permission(0)
    for flag in flags:
        total |= flag
    return total


def attempt(value: object) -> None:
    try:
        print(repr(Permission(value)))
    except ValueError as e:
        print(type(e).__name__, e)


def main() -> None:
    for value in [0, 1, 3, 7, 8, -1, -2, -8, -9, 2**70, "a", 1.0, 1.5, True, None, -(2**65)]:
        attempt(value)
    for number in [2, 0x12, 4, 1 << 70, -1, 1 << 71, 3]:
        try:
            print(repr(Sparse(number)), len(Sparse(number)), list(Sparse(number)))
        except ValueError as e:
            print(e)
    print(list(Sparse), Sparse.NEXT.value, ~Sparse.LOW, (~Sparse.LOW).describe(), Sparse(0).name)
    print(combine([]), combine([Permission.READ, Permission.RUN]), combine(list(Permission)))
    print(Permission.EXECUTE is Permission.RUN, Permission["EXECUTE"], Permission["ALL"].value)
    print(Permission.ALL, repr(Permission.ALL), Permission.ALL is Permission(7), len(Permission))
    table = {Permission.READ | Permission.RUN: "rx", Permission.WRITE: "w"}
    print(table[Permission(5)], Permission(5) in table, Permission(3) in table)
    both = Permission.READ | Permission.WRITE
    both ^= Permission.READ
    both &= Permission.ALL
    print(both, both == Permission.WRITE, both != Permission.RUN, bool(Permission(0)), not both)
    print(f"{both} {both!r} {Permission(5):>20}|", str(Permission(6)), [m.name for m in both])
    for member in Permission.ALL:
        print(member.name, member.value, member in both, both in Permission.ALL)
    match both:
        case Permission.READ:
            print("read")
        case Permission.WRITE:
            print("write")
        case _:
            print("other")
    print(Permission.READ in Permission, Permission, type(both), isinstance(both, Permission))
    print(Colour["CRIMSON"], Colour.CRIMSON is Colour.RED, Colour(1), list(Colour))
    try:
        print(Permission["NONE"])
    except KeyError as e:
        print("KeyError", e)


main()
