class Base:
    def __init__(self) -> None:
        self.name = "base"


class Child(Base):
    def __init__(self) -> None:
        self.size = 1


print(Child().name)
