class Base:
    kind = "base"


class Child(Base):
    kind = 1  # error: KR403


print(Child.kind)
