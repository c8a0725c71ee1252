"""A small text adventure driven by a script of commands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Callable


class Direction(Enum):
    NORTH = "north"
    SOUTH = "south"
    EAST = "east"
    WEST = "west"

    @property
    def opposite(self) -> Direction:
        return OPPOSITES[self]


OPPOSITES = {
    Direction.NORTH: Direction.SOUTH,
    Direction.SOUTH: Direction.NORTH,
    Direction.EAST: Direction.WEST,
    Direction.WEST: Direction.EAST,
}


@dataclass
class Room:
    name: str
    description: str
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)
    things: list[str] = field(default_factory=list)

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self


class GameOver(Exception):
    pass


Command = Callable[["Game", list[str]], None]


class Game:
    def __init__(self, start: Room) -> None:
        self.here = start
        self.bag: set[str] = set()
        self.moves = 0
        self.commands: dict[str, Command] = {
            "go": Game.go,
            "look": Game.look,
            "take": Game.take,
            "drop": Game.drop,
            "bag": lambda game, words: print(
                "You carry:", ", ".join(sorted(game.bag)) or "nothing"
            ),
            "quit": Game.quit,
        }

    def go(self, words: list[str]) -> None:
        if not words:
            print("Go where?")
            return
        try:
            direction = Direction(words[0])
        except ValueError:
            print(f"{words[0]!r} is no direction.")
            return
        if direction not in self.here.exits:
            print("You can't go there.")
            return
        self.here = self.here.exits[direction]
        self.moves += 1
        self.look([])

    def look(self, words: list[str]) -> None:
        print(f"-- {self.here.name} --")
        print(self.here.description)
        for thing in self.here.things:
            print(f"There is a {thing} here.")
        print("Exits:", ", ".join(d.value for d in self.here.exits))

    def take(self, words: list[str]) -> None:
        for word in words:
            if word in self.here.things:
                self.here.things.remove(word)
                self.bag.add(word)
                print(f"Taken: {word}.")
            else:
                print(f"There is no {word}.")

    def drop(self, words: list[str]) -> None:
        dropped = self.bag & set(words)
        self.bag -= dropped
        self.here.things.extend(sorted(dropped))
        print("Dropped:", sorted(dropped))

    def quit(self, words: list[str]) -> None:
        raise GameOver(f"after {self.moves} moves")

    def run(self, script: list[str]) -> None:
        for line in script:
            print(f"> {line}")
            verb, *rest = line.lower().split()
            command = self.commands.get(verb)
            if command is None:
                print("I don't understand that.")
                continue
            command(self, rest)


def build() -> Room:
    hall = Room("Hall", "A dusty hall.", things=["lamp"])
    kitchen = Room("Kitchen", "It smells of soup.", things=["knife", "bread"])
    garden = Room("Garden", "Roses everywhere.")
    hall.connect(Direction.NORTH, kitchen)
    kitchen.connect(Direction.EAST, garden)
    return hall


def main() -> None:
    game = Game(build())
    script = [
        "look",
        "take lamp sword",
        "go north",
        "go up",
        "go",
        "take bread knife",
        "bag",
        "go east",
        "drop knife",
        "dance",
        "go south",
        "quit",
        "look",
    ]
    try:
        game.run(script)
    except GameOver as over:
        print("The end", over)
    print(game.here)


if __name__ == "__main__":
    main()
