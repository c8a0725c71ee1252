"""A small inventory with stock movements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import Iterable


class Category(Enum):
    TOOL = "tool"
    TOY = "toy"
    FOOD = "food"


@dataclass
class Item:
    name: str
    category: Category
    price: float
    quantity: int = 0
    tags: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        return self.price * self.quantity


class OutOfStock(Exception):
    def __init__(self, item: Item, wanted: int) -> None:
        super().__init__(f"only {item.quantity} of {item.name}, not {wanted}")
        self.item = item
        self.wanted = wanted


class Inventory:
    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items: dict[str, Item] = {}
        self._log: list[tuple[str, int]] = []
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        if item.name in self._items:
            self._items[item.name].quantity += item.quantity
        else:
            self._items[item.name] = item
        self._log.append((item.name, item.quantity))

    def remove(self, name: str, quantity: int) -> Item:
        item = self._items.get(name)
        if item is None:
            raise KeyError(name)
        if item.quantity < quantity:
            raise OutOfStock(item, quantity)
        item.quantity -= quantity
        self._log.append((name, -quantity))
        return item

    def by_category(self) -> dict[Category, list[Item]]:
        groups: dict[Category, list[Item]] = defaultdict(list)
        for item in self._items.values():
            groups[item.category].append(item)
        return dict(groups)

    def total(self) -> float:
        return sum((item.value for item in self._items.values()), 0.0)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, name: object) -> bool:
        return name in self._items


def main() -> None:
    inventory = Inventory(
        [
            Item("hammer", Category.TOOL, 12.5, 4, ["steel"]),
            Item("duck", Category.TOY, 3.25, 10),
            Item("apple", Category.FOOD, 0.5, 100, tags=["fresh", "red"]),
        ]
    )
    inventory.add(Item("hammer", Category.TOOL, 12.5, 2))
    for name, count in [("duck", 3), ("duck", 30), ("saw", 1)]:
        try:
            left = inventory.remove(name, count)
            print(f"took {count} of {name}, {left.quantity} left")
        except OutOfStock as e:
            print("sorry:", e, e.wanted - e.item.quantity)
        except KeyError as e:
            print("unknown", e)
    for category, items in sorted(inventory.by_category().items(), key=lambda p: p[0].value):
        print(f"{category.name:<6}", ", ".join(f"{i.name} x{i.quantity}" for i in items))
    print(f"{inventory.total():.2f}", len(inventory), "duck" in inventory)
    best = max(inventory.by_category()[Category.TOOL], key=lambda item: item.value)
    print(best)


if __name__ == "__main__":
    main()
