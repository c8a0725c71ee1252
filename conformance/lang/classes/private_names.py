class Base:
    def __init__(self) -> None:
        self.__secret = 1
        self._hidden = 2

    def secret(self) -> int:
        return self.__secret

    def __private(self) -> str:
        return "base"

    def call(self) -> str:
        return self.__private()


class Derived(Base):
    def __init__(self) -> None:
        super().__init__()
        self.__secret = 10

    def both(self) -> int:
        return self.__secret + self.secret() + self._hidden

    def __private(self) -> str:
        return "derived"

    def own(self) -> str:
        return self.__private()


def main() -> None:
    d = Derived()
    print(d.both(), d.call(), d.own())


main()
