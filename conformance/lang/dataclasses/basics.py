from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)

    def total(self, count: int) -> float:
        return self.price * count


def main() -> None:
    a = Item("pen")
    b = Item("pen", 1.0, [])
    c = Item(name="ink", price=2.5, tags=["blue"], hidden=9)
    a.tags.append("x")
    print(a, b, c, a == b, b == Item("pen"), c.total(3), b == Item("pen", hidden=4))
    a.price *= 3
    print(a, a.tags, b.tags, a != b, a in [b])


main()
