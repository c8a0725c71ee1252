class Base:
    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        print("base")


class Child(Base):
    def __init__(self) -> None:
        super().__init__()
        self.name = "child"

    def start(self) -> None:
        print(self.name)


Child()
