"""Graph algorithms."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict, deque
from typing import Hashable, Iterator, TypeVar

Node = str
Graph = dict[Node, dict[Node, int]]


def build(edges: list[tuple[Node, Node, int]], directed: bool = False) -> Graph:
    graph: Graph = defaultdict(dict)
    for a, b, w in edges:
        graph[a][b] = w
        if not directed:
            graph[b][a] = w
        else:
            graph[b]
    return graph


def dijkstra(graph: Graph, source: Node) -> tuple[dict[Node, float], dict[Node, Node | None]]:
    dist: dict[Node, float] = {n: math.inf for n in graph}
    previous: dict[Node, Node | None] = {source: None}
    dist[source] = 0.0
    heap: list[tuple[float, Node]] = [(0.0, source)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > dist[node]:
            continue
        for neighbour, weight in graph[node].items():
            candidate = d + weight
            if candidate < dist[neighbour]:
                dist[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(heap, (candidate, neighbour))
    return dist, previous


def path(previous: dict[Node, Node | None], target: Node) -> list[Node]:
    result: list[Node] = []
    node: Node | None = target
    while node is not None:
        result.append(node)
        node = previous[node]
    return result[::-1]


def bfs(graph: Graph, start: Node) -> Iterator[tuple[Node, int]]:
    seen = {start}
    queue = deque([(start, 0)])
    while queue:
        node, depth = queue.popleft()
        yield node, depth
        for n in sorted(graph[node]):
            if n not in seen:
                seen.add(n)
                queue.append((n, depth + 1))


class UnionFind:
    def __init__(self) -> None:
        self.parent: dict[Node, Node] = {}

    def find(self, x: Node) -> Node:
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a: Node, b: Node) -> bool:
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self.parent[a] = b
        return True


def kruskal(edges: list[tuple[Node, Node, int]]) -> list[tuple[Node, Node, int]]:
    sets = UnionFind()
    return [e for e in sorted(edges, key=lambda e: e[2]) if sets.union(e[0], e[1])]


def tarjan(graph: Graph) -> list[list[Node]]:
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    result: list[list[Node]] = []

    def visit(v: Node) -> None:
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in graph[v]:
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            component: list[Node] = []
            while True:
                w = stack.pop()
                component.append(w)
                if w == v:
                    break
            result.append(sorted(component))

    for v in graph:
        if v not in index:
            visit(v)
    return result


def floyd(graph: Graph) -> list[list[float]]:
    names = sorted(graph)
    n = len(names)
    d = [
        [0.0 if i == j else float(graph[a].get(b, math.inf)) for j, b in enumerate(names)]
        for i, a in enumerate(names)
    ]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                d[i][j] = min(d[i][j], d[i][k] + d[k][j])
    return d


EDGES = [
    ("a", "b", 4),
    ("a", "c", 2),
    ("b", "c", 1),
    ("b", "d", 5),
    ("c", "d", 8),
    ("d", "e", 3),
    ("f", "g", 1),
]


def main() -> None:
    graph = build(EDGES)
    dist, previous = dijkstra(graph, "a")
    for node, d in sorted(dist.items()):
        print(node, "unreachable" if d == math.inf else d)
    print(" -> ".join(path(previous, "e")))
    print(list(bfs(graph, "a")))
    print(kruskal(EDGES), sum(w for *_, w in kruskal(EDGES)))
    print(
        tarjan(build([("1", "2", 1), ("2", "3", 1), ("3", "1", 1), ("3", "4", 1)], directed=True))
    )
    for row in floyd(graph):
        print(" ".join(f"{x:5.0f}" for x in row))


main()
