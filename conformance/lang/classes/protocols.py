from typing import Protocol


class Named(Protocol):
    name: str


class Walker(Protocol):
    def walk(self, steps: int) -> str: ...


class Person:
    def __init__(self, name: str) -> None:
        self.name = name

    def walk(self, steps: int) -> str:
        return f"{self.name} walks {steps}"


class Robot:
    def __init__(self) -> None:
        self.name = "R2"
        self.battery = 10

    def walk(self, steps: int) -> str:
        self.battery -= steps
        return f"rolls, {self.battery} left"


def move(walker: Walker, steps: int) -> str:
    return walker.walk(steps)


def greet(named: Named) -> str:
    return f"Hello {named.name}"


def main() -> None:
    walkers: list[Walker] = [Person("Ada"), Robot()]
    for walker in walkers:
        print(move(walker, 3))
    print(greet(Person("Bob")), greet(Robot()))


main()
