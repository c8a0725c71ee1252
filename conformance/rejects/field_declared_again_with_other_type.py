class Base:
    def __init__(self) -> None:
        self.value: int = 0


class Child(Base):
    def __init__(self) -> None:
        super().__init__()
        self.value: str = ""  # error: KR403


print(Child().value)
