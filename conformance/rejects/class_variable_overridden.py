class Base:
    kind = "base"


class Child(Base):
    kind = "child"  # error: KR403


print(Child.kind)
