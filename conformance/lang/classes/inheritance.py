class Animal:
    def __init__(self, name: str) -> None:
        self.name = name

    def sound(self) -> str:
        return "..."

    def speak(self) -> str:
        return f"{self.name} says {self.sound()}"


class Dog(Animal):
    def sound(self) -> str:
        return "Woof"


class Puppy(Dog):
    def __init__(self, name: str, age: int) -> None:
        super().__init__(name + "y")
        self.age = age

    def sound(self) -> str:
        return super().sound().lower() + "!" * self.age

    def speak(self) -> str:
        return super().speak() + " and wags"


def main() -> None:
    animals: list[Animal] = [Animal("It"), Dog("Rex"), Puppy("Bob", 2)]
    for a in animals:
        print(a.speak(), isinstance(a, Dog), isinstance(a, Puppy), isinstance(a, Animal))
    print(Animal.speak(animals[1]), issubclass(Puppy, Animal), issubclass(Animal, Dog))
    print([type(a).__name__ for a in animals], Dog.__name__, Puppy("x", 0).age)


main()
