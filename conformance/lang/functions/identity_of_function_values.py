from typing import Callable


def first(number: int) -> int:
    return number


def second(number: int) -> int:
    return number + 1


def is_first(function: Callable[[int], int]) -> bool:
    return function is first


class Button:
    def __init__(self, name: str) -> None:
        self.name = name

    def press(self) -> str:
        return self.name

    @staticmethod
    def kind() -> str:
        return "button"

    def __repr__(self) -> str:
        return f"Button({self.name!r})"


class Adder:
    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, number: int) -> int:
        return self.number + number

    def __repr__(self) -> str:
        return f"Adder({self.number})"


alias = first
functions = [first, second, first]
print(first is first, alias is first, first == first, first != first, first is second)
print(functions.index(second), functions.count(first), first in functions)
print(is_first(first), is_first(second), functions[0] is functions[2])
print({first: 1, second: 2}[second], len({first, second, first}))

button = Button("a")
other = Button("a")
press = button.press
print(press is press, button.press is button.press, button.press == press)
print(button.press == other.press, hash(button.press) == hash(press))
print(button.press)
pressed: list[Callable[[], str]] = [button.press, other.press]
pressed.remove(other.press)
print(pressed, [call() for call in pressed])
print(Button.kind is Button.kind)

adder = Adder(2)
adders: list[Callable[[int], int]] = [adder, first]
print(adders[0] is adder, adders[0] == adder, adders[0](1), adders.index(adder))
print(adders[:1], adders[0], adders[1] is first)

print(len is len, print, len, type(len), type(first), type(press), type(lambda: 1))
numbers = [1, 2]
append = numbers.append
print(append == numbers.append, numbers.append is numbers.append, append is append)
