"""Shortest paths in a grid of roads, with a heap."""

import heapq
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    target: int
    cost: int


class Graph:
    def __init__(self, size: int) -> None:
        self.edges: list[list[Edge]] = [[] for _ in range(size)]

    def connect(self, a: int, b: int, cost: int) -> None:
        self.edges[a].append(Edge(b, cost))
        self.edges[b].append(Edge(a, cost))

    def shortest(self, start: int) -> tuple[list[int | None], list[int]]:
        distance: list[int | None] = [None] * len(self.edges)
        previous = [-1] * len(self.edges)
        queue = [(0, start)]
        distance[start] = 0
        while queue:
            cost, node = heapq.heappop(queue)
            known = distance[node]
            if known is not None and cost > known:
                continue
            for edge in self.edges[node]:
                total = cost + edge.cost
                old = distance[edge.target]
                if old is None or total < old:
                    distance[edge.target] = total
                    previous[edge.target] = node
                    heapq.heappush(queue, (total, edge.target))
        return distance, previous


def grid(side: int) -> Graph:
    graph = Graph(side * side + 1)
    state = 17
    for y in range(side):
        for x in range(side):
            state = (state * 48271) % 2147483647
            node = y * side + x
            if x + 1 < side:
                graph.connect(node, node + 1, 1 + state % 9)
            if y + 1 < side:
                graph.connect(node, node + side, 1 + state // 16 % 9)
    return graph


def path(previous: list[int], node: int) -> list[int]:
    result = [node]
    while previous[node] >= 0:
        node = previous[node]
        result.append(node)
    return result[::-1]


def main() -> None:
    side = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    distance, previous = grid(side).shortest(0)
    target = side * side - 1
    steps = path(previous, target)
    print(distance[target], len(steps), steps[:8], distance[-1])
    reached = [d for d in distance if d is not None]
    print(len(reached), max(reached), sum(reached))


if __name__ == "__main__":
    main()
