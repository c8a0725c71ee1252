class Base:
    def step(self, n: int = 1) -> int:
        return n


class Child(Base):
    def step(self, n: int = 2) -> int:  # error: KR403
        return n


print(Child().step())
