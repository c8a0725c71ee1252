class Visitor:
    def enter(self, name: str) -> None:
        pass

    def leave(self, name: str) -> None:
        """Nothing to do here."""


class Printer(Visitor):
    def enter(self, name: str) -> None:
        super().enter(name)
        print("enter", name)


def main() -> None:
    visitors: list[Visitor] = [Visitor(), Printer()]
    for visitor in visitors:
        visitor.enter("a")
        visitor.leave("a")


main()
