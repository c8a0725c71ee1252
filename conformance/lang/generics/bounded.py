from typing import Protocol, TypeVar


class Priced(Protocol):
    def price(self) -> int: ...


class Book:
    def __init__(self, title: str, cost: int) -> None:
        self.title = title
        self.cost = cost

    def price(self) -> int:
        return self.cost


class Pen:
    def price(self) -> int:
        return 2


P = TypeVar("P", bound=Priced)


def cheapest(items: list[P]) -> P:
    best = items[0]
    for item in items:
        if item.price() < best.price():
            best = item
    return best


def total(items: list[Priced]) -> int:
    return sum(item.price() for item in items)


def main() -> None:
    books = [Book("a", 12), Book("b", 7), Book("c", 30)]
    print(cheapest(books).title, cheapest([Pen()]).price(), total([Book("x", 5), Pen()]))


main()
