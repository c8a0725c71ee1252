from enum import Enum, IntEnum, StrEnum, auto


class Color(Enum):
    RED = 1
    CRIMSON = 1
    BLUE = "blue"

    @property
    def short(self) -> str:
        return self.name[0]


class Level(IntEnum):
    LOW = auto()
    HIGH = 10
    TOP = auto()


class Word(StrEnum):
    ONE = auto()
    TWO = "zwei"


def main() -> None:
    print(Color.CRIMSON is Color.RED, Color.CRIMSON, [c.short for c in Color], Color.BLUE.value)
    for value in (1, "blue", "green", 2.5):
        try:
            print(Color(value))
        except ValueError as e:
            print(e)
    try:
        print(Color["GREEN"])
    except KeyError as e:
        print(repr(e))
    print(Level.TOP, Level.TOP + 1, -Level.HIGH, Level.LOW == 1, Level(10) is Level.HIGH)
    print(f"{Level.LOW:>3}")
    print(Level.LOW < Level.HIGH, 5 < Level.HIGH, int(Level.HIGH), bool(Level.LOW), repr(Level.TOP))
    print(Word.ONE, Word.TWO == "zwei", repr(Word.ONE), f"{Word.TWO!r:>20}|")
    print({Word.ONE: 1}[Word("one")])
    print({Color.RED: 1, Color.BLUE: 2}, Color.RED in Color, len(Level), list(Word))


main()
