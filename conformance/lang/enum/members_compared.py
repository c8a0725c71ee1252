"""Members of one enumeration compared, and texts with texts of one letter."""

from enum import Enum, IntEnum, StrEnum


class Color(Enum):
    RED = 1
    GREEN = 2
    ROSE = 1


class Level(IntEnum):
    LOW = 1
    HIGH = 3
    TOP = 2**70
    ALSO = 3


class Own(Enum):
    A = 1
    B = 2

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


class Name(StrEnum):
    X = "x"
    Y = "y"


def main() -> None:
    for a in Color:
        for b in Color:
            print(a == b, a != b, end=" ")
    print(Color.ROSE == Color.RED, Own.A == Own.B, Own.A != Own.B)
    for l in Level:
        for m in Level:
            print(l == m, l != m, l < m, l <= m, l > m, l >= m)
    print(Level.ALSO == Level.HIGH, Name.X == Name.Y, Name.X != Name.Y)
    maybe: Color | None = None
    print(maybe == Color.RED)
    for c in ["a", "b", "", "ab", "\U0001F600", "é"]:
        print(c == "a", c != "a", c == "\U0001F600", "é" == c)
        print(c in ("a", "b"), c not in ["a", "é"], c in "xab")
    wide = "a\U0001F600b"
    for i, x in enumerate(wide):
        print(i, x, x == "b", wide[i] == x, wide[-i - 1])
    print([x for x in wide if x != "a"], [(x, y) for x, y in zip("abc", wide)])
    t = ""
    for x in "abc":
        t = x + t
    print(t)
    for bad in (3, -4):
        try:
            print("abc"[bad])
        except IndexError as e:
            print(e)
    print(0.1 ** 2, 3.0 ** 0.5, (-1.5) ** 2, 1e200 ** 2 if False else 0, 5e-324 ** 2, 2.0 ** 0.5)
    texts = ["1.5", "-0", "+.5", "5.", ".", "-", "", "1e5", "1_0.5", " 2.5 "]
    for s in texts + ["123456789012345678", "-0.0", "1.2.3", "0.1", "inf"]:
        try:
            print(repr(float(s)))
        except ValueError as e:
            print(e)


main()
