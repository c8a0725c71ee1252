class Base:
    def step(self, n: int) -> int:
        return n


class Child(Base):
    def step(self, count: int) -> int:  # error: KR403
        return count


print(Child().step(1))
