from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    def darker(self) -> str:
        return f"dark {self.name.lower()}"


def mix(a: Color, b: Color) -> str:
    if a is b:
        return a.name
    if {a, b} == {Color.RED, Color.BLUE}:
        return "purple"
    return f"{a.name}+{b.name}"


def main() -> None:
    print(Color.RED, repr(Color.GREEN), Color.BLUE.name, Color.BLUE.value, Color(2), Color["RED"])
    print(list(Color), len(Color), Color.RED == Color.RED, Color.GREEN.darker())
    print([c.value for c in Color])
    print(mix(Color.RED, Color.RED), mix(Color.BLUE, Color.RED), mix(Color.RED, Color.GREEN))
    try:
        print(Color(9))
    except ValueError as e:
        print(e)
    try:
        print(Color["PINK"])
    except KeyError as e:
        print("KeyError", e)
    print({Color.RED: "r"}[Color.RED], f"{Color.RED} {Color.RED!r}", isinstance(Color.RED, Color))


main()
