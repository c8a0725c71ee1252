"""A name that is given a class once stands for it in types, and is still a value."""

import random
from fractions import Fraction

Node = str
Weight = int
Edge = tuple[Node, Node, Weight]
Graph = dict[Node, dict[Node, Weight]]
Rng = random.Random


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


Vertex = Point
Either = Node | Weight


def build(edges: list[Edge]) -> Graph:
    graph: Graph = {}
    for a, b, weight in edges:
        graph.setdefault(a, {})[b] = weight
    return graph


def far(vertices: list[Vertex]) -> Vertex:
    return max(vertices, key=lambda v: v.x + v.y)


def pick(rng: Rng, nodes: list[Node]) -> Node:
    return rng.choice(nodes)


def show(value: Either) -> str:
    return f"weight {value}" if isinstance(value, int) else f"node {value}"


print(build([("a", "b", 2), ("a", "c", 1), ("b", "c", 7)]))
print(far([Vertex(1, 2), Point(5, 0)]).x)
print(pick(Rng(3), ["a", "b", "c"]))
print(show("a"), show(3))
print(Node(12) + "!", Weight("12") + 1, Vertex(1, 2).y)
Number = Fraction
print(Number(1, 3) + 1)
