class Animal:
    def name(self) -> str:
        return "animal"


class Cat(Animal):
    def name(self) -> int:
        return 1
