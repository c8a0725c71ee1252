from dataclasses import dataclass, field


@dataclass(slots=True)
class Leaf:
    value: int


@dataclass(slots=True)
class Branch:
    name: str
    leaves: list[Leaf] = field(default_factory=list)
    children: "list[Branch]" = field(default_factory=list)

    def total(self) -> int:
        own = sum(leaf.value for leaf in self.leaves)
        return own + sum(child.total() for child in self.children)


def main() -> None:
    root = Branch("root", [Leaf(1), Leaf(2**63)])
    root.children.append(Branch("child", [Leaf(-5)]))
    print(root, root.total(), root.children[0] == Branch("child", [Leaf(-5)]))


main()
