class Animal:
    def name(self) -> str:
        return "animal"


class Cat(Animal):
    def name(self) -> int:  # error: KR403
        return 1


print(Cat().name())
