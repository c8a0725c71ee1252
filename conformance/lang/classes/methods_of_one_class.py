"""Methods called on a class, whatever the classes below it override."""


class Animal:
    def __init__(self, name: str) -> None:
        self.name = name

    def sound(self) -> str:
        return "..."

    def twice(self) -> str:
        return self.sound() + self.sound()

    def weight(self, factor: int = 2) -> int:
        return 2**62 * factor

    def each(self, n: int) -> list[str]:
        return [self.sound() for _ in range(n)]


class Dog(Animal):
    def __init__(self, name: str) -> None:
        super(Dog, self).__init__(name)
        self.tricks = 3

    def sound(self) -> str:
        return "wuff" + Animal.sound(self)

    def weight(self, factor: int = 2) -> int:
        return super().weight(factor) + Animal.weight(self, factor)

    def each(self, n: int) -> list[str]:
        return [f"{super(Dog, self).sound()}{i}" for i in range(n)]


class Puppy(Dog):
    def sound(self) -> str:
        return "wiff" + super(Puppy, self).sound() + super(Dog, self).sound()

    def weight(self, factor: int = 2) -> int:
        return super().weight(factor) * factor


puppy = Puppy("Rex")
animals: list[Animal] = [Animal("a"), Dog("b"), puppy]
print(puppy.sound(), Animal.sound(puppy), Dog.sound(puppy), Animal.twice(puppy))
print([Animal.sound(animal) for animal in animals])
print(list(map(Animal.sound, animals)))
print([animal.weight() for animal in animals], Animal.weight(puppy, 1), Dog.weight(puppy))
print(puppy.weight(2**70), Animal.weight(puppy, factor=2**64))
print(puppy.each(3), Animal.each(puppy, 2))
plain = Animal.sound
print(plain(puppy), plain(animals[1]))


class Shape:
    name = "shape"
    made = 0

    @classmethod
    def kind(cls, mark: str = "!") -> str:
        return "Shape" + mark

    @staticmethod
    def corners() -> int:
        return 0

    @classmethod
    def describe(cls) -> str:
        return f"{cls.name} {cls.kind()} {cls.kind(mark='?')} {cls.corners()}"

    @classmethod
    def create(cls) -> "Shape":
        Shape.made += 1
        return cls()

    def own(self) -> str:
        return f"{self.kind('.')} {self.corners()} {type(self).kind()}"


class Circle(Shape):
    name = "circle"

    @classmethod
    def kind(cls, mark: str = "!") -> str:
        return f"Circle<{super().kind(mark)}>"


class Square(Shape):
    @staticmethod
    def corners() -> int:
        return 4


class Unit(Square):
    @classmethod
    def kind(cls, mark: str = "!") -> str:
        return "Unit" + mark


shapes: list[Shape] = [Shape(), Circle(), Square(), Unit()]
for shape in shapes:
    print(shape.own(), "|", shape.describe(), "|", shape.kind(), shape.corners())
print(Shape.describe(), Circle.describe(), Square.describe(), Unit.describe())
describe = Circle.describe
print(describe(), [kind("-") for kind in [Shape.kind, Circle.kind, Unit.kind]])
print(Circle.create().describe(), list(map(Shape.kind, ["1", "2"])))
print(Shape.kind == Shape.kind, Circle.describe == Shape.describe)
print(Shape.kind, Circle.describe)
