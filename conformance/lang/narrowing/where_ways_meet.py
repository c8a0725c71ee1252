"""Behind a test without else, a value is again what it was declared."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never


class Account:
    def __init__(self, owner: str) -> None:
        self.owner = owner

    def show(self) -> str:
        return self.owner


class Savings(Account):
    def interest(self) -> int:
        return 3


def describe(account: Account) -> str:
    text = ""
    if isinstance(account, Savings):
        text = f"{account.interest()}% "
    return text + account.show()


print(describe(Account("ann")), describe(Savings("bob")))


@dataclass
class Jump:
    target: int | str | None = None


def link(jumps: list[Jump], labels: dict[str, int]) -> None:
    for jump in jumps:
        if isinstance(jump.target, str):
            jump.target = labels[jump.target]
        elif jump.target is not None:
            jump.target = jump.target + 1


jumps = [Jump("end"), Jump(4), Jump()]
link(jumps, {"end": 9})
print(jumps)

numbers = []
for n in range(9):
    numbers.append(n * n)
first = None
for n in numbers:
    if n > 20:
        first = n
        break
print(first)


class Light(Enum):
    RED = 1
    GREEN = 2


def act(light: Light) -> str:
    match light:
        case Light.RED:
            return "stop"
        case Light.GREEN:
            return "go"
        case _:
            assert_never(light)


print(act(Light.RED), act(Light.GREEN))


class Countdown:
    def __init__(self, start: int) -> None:
        self.current = start

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


print(list(Countdown(4)), sum(Countdown(5)), 3 in Countdown(5), max(Countdown(2)))
