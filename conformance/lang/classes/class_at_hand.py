from abc import ABC, abstractmethod
from typing import ClassVar, Self


class Shape(ABC):
    sides = 0
    name: ClassVar[str] = "shape"

    def __init__(self, size: int = 1) -> None:
        self.size = size

    @abstractmethod
    def area(self) -> float: ...

    @classmethod
    def make(cls, text: str) -> Self:
        print("making", cls.name, cls.sides, cls.__name__)
        return cls(int(text))

    @classmethod
    def default(cls) -> Self:
        return cls.make("3")

    @classmethod
    def two(cls) -> "list[Shape]":
        return [cls.default(), cls(size=9)]

    def describe(self) -> str:
        return f"{self.name} {self.sides} {self.size} {type(self).sides} {self.__class__.name}"


class Square(Shape):
    sides = 4
    name = "square"

    def area(self) -> float:
        return float(self.size * self.size)


class Big(Square):
    name = "big"


class Triangle(Shape):
    sides = 3

    def area(self) -> float:
        return self.size / 2


class Registry:
    _instance: "Registry | None" = None
    count = 0

    def __init__(self) -> None:
        self.items: list[str] = []
        Registry.count += 1

    @classmethod
    def get(cls) -> "Registry":
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @staticmethod
    def other() -> "Registry":
        if Registry._instance is None:
            Registry._instance = Registry()
        return Registry._instance


def main() -> None:
    shapes: list[Shape] = [Square(2), Big(3), Triangle(4), Square.make("5"), Big.default()]
    for s in shapes:
        print(s.describe(), s.area(), s.sides)
    print(Square.sides, Big.sides, Shape.sides, Triangle.name, Big.name)
    print([type(s).__name__ for s in Triangle.two()])
    try:
        Shape.make("1")
    except TypeError as e:
        print(e)
    Square.sides = 44
    print(Big(1).sides, Big.sides, Shape.sides)
    Registry.get().items.append("x")
    print(Registry.get().items, Registry.other() is Registry.get(), Registry.count)
    print(issubclass(Big, Shape), issubclass(Shape, Big), issubclass(bool, int))
    print([issubclass(type(s), Square) for s in shapes], issubclass(Big, (Triangle, Square)))


main()
