from dataclasses import dataclass


@dataclass
class Base:
    id: int
    label: str = "base"

    def show(self) -> str:
        return f"{type(self).__name__} {self.id} {self.label}"


@dataclass
class Derived(Base):
    extra: int = 5

    def __post_init__(self) -> None:
        self.extra *= 2


def main() -> None:
    items: list[Base] = [Base(1), Derived(2), Derived(3, "x", 7)]
    for item in items:
        print(item, item.show())
    print(Derived(1) == Derived(1), Base(1) == Derived(1), Derived(1).extra)


main()
