class Shape:
    @classmethod
    def kind(cls) -> str:
        return cls.__name__


def name_of(shape: Shape) -> str:
    kind = shape.kind  # error: KR501
    return kind()


print(name_of(Shape()))
