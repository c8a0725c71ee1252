class Shape:
    @classmethod
    def kind(cls) -> str:
        return cls.__name__


class Circle(Shape):
    pass


kind = Circle.kind  # error: KR501
print(kind())
