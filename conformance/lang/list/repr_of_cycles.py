class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.children: list["Node"] = []

    def __repr__(self) -> str:
        return f"{self.name}{self.children}"


def main() -> None:
    root = Node("root")
    root.children.append(Node("a"))
    root.children.append(Node("b"))
    root.children[0].children.append(Node("c"))
    print(root)
    nested: list[list[list[int]]] = [[], [[]]]
    print([root.children], nested, [()], root.children[1].children)


main()
