from enum import Enum


class Suit(Enum):
    HEARTS = "h"
    SPADES = "s"

    @property
    def symbol(self) -> str:
        return {"h": "♥", "s": "♠"}[self.value]

    @classmethod
    def parse(cls, text: str) -> "Suit":
        for suit in cls:
            if suit.value == text:
                return suit
        raise ValueError(f"no suit {text!r}")

    def __str__(self) -> str:
        return self.name.title()


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    @property
    def density(self) -> float:
        mass, radius = self.value
        return mass / radius**3


def main() -> None:
    print(Suit.HEARTS, Suit.parse("s"), Suit.SPADES.symbol, repr(Suit.HEARTS), [Suit("h")])
    try:
        Suit.parse("x")
    except ValueError as e:
        print(e)
    for planet in Planet:
        print(planet.name, planet.value, round(planet.density, 6))


main()
