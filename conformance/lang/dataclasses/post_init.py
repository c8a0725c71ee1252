from dataclasses import dataclass, field


@dataclass
class Rectangle:
    width: int
    height: int
    area: int = field(init=False)

    def __post_init__(self) -> None:
        if self.width < 0 or self.height < 0:
            raise ValueError(f"negative: {self.width}x{self.height}")
        self.area = self.width * self.height


@dataclass(eq=False)
class Identity:
    n: int


@dataclass(kw_only=True)
class Options:
    verbose: bool = False
    level: int


def main() -> None:
    print(Rectangle(2, 3), Rectangle(2**40, 2**40).area)
    try:
        Rectangle(-1, 2)
    except ValueError as e:
        print(e)
    print(Identity(1) == Identity(1), Identity(2), Options(level=3), Options(level=1, verbose=True))


main()
