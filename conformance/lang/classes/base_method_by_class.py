class Base:
    def __init__(self, name: str) -> None:
        self.name = name

    def describe(self, mark: str = "!") -> str:
        return self.name + mark


class Child(Base):
    def __init__(self, name: str, size: int) -> None:
        Base.__init__(self, name)
        self.size = size

    def describe(self, mark: str = "!") -> str:
        return Base.describe(self, mark="?") + str(self.size)


def main() -> None:
    people: list[Base] = [Base("a"), Child("b", 2)]
    print([each.describe() for each in people])


main()
