from enum import Enum, IntEnum, auto


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


class Direction(Enum):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()
    WEST = auto()

    def turn(self) -> "Direction":
        members = list(Direction)
        return members[(members.index(self) + 1) % len(members)]


def main() -> None:
    print(Level.LOW < Level.HIGH, max(Level), sorted([Level.HIGH, Level.LOW]), Level.HIGH + 1)
    print(Level.MIDDLE, repr(Level.MIDDLE), int(Level.LOW), Level(10), f"{Level.LOW}")
    d = Direction.NORTH
    for _ in range(5):
        print(d.name, d.value)
        d = d.turn()


main()
