class Base:
    count = 0


class Child(Base):
    pass


Child.count = 1  # error: KR405
print(Base.count, Child.count)
