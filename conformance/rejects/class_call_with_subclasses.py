class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    @classmethod
    def origin(cls) -> "Point":
        return cls(0)  # error: KR501


class Named(Point):
    def __init__(self, x: int, name: str) -> None:
        super().__init__(x)
        self.name = name


print(Named.origin().x)
