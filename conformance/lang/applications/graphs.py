import heapq
from collections import deque
from typing import Generic, Hashable, Iterable, TypeVar

N = TypeVar("N", bound=Hashable)


class Graph(Generic[N]):
    def __init__(self) -> None:
        self.edges: dict[N, dict[N, float]] = {}

    def add(self, a: N, b: N, weight: float = 1.0) -> None:
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})[a] = weight

    def bfs(self, start: N) -> list[N]:
        seen = {start}
        order = []
        queue = deque([start])
        while queue:
            node = queue.popleft()
            order.append(node)
            for other in self.edges.get(node, {}):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return order

    def shortest(self, start: N, goal: N) -> tuple[float, list[N]] | None:
        heap: list[tuple[float, int, N]] = [(0.0, 0, start)]
        previous: dict[N, N] = {}
        distance: dict[N, float] = {start: 0.0}
        counter = 0
        while heap:
            d, _, node = heapq.heappop(heap)
            if node == goal:
                path = [node]
                while path[-1] in previous:
                    path.append(previous[path[-1]])
                return d, path[::-1]
            if d > distance.get(node, float("inf")):
                continue
            for other, weight in self.edges[node].items():
                candidate = d + weight
                if candidate < distance.get(other, float("inf")):
                    distance[other] = candidate
                    previous[other] = node
                    counter += 1
                    heapq.heappush(heap, (candidate, counter, other))
        return None

    def components(self) -> list[set[N]]:
        rest = set(self.edges)
        found = []
        while rest:
            part = set(self.bfs(next(iter(rest))))
            found.append(part)
            rest -= part
        return found


def topological(deps: dict[str, list[str]]) -> list[str]:
    done: list[str] = []
    state: dict[str, int] = {}

    def visit(name: str) -> None:
        if state.get(name) == 2:
            return
        if state.get(name) == 1:
            raise ValueError(f"cycle at {name}")
        state[name] = 1
        for dep in deps.get(name, []):
            visit(dep)
        state[name] = 2
        done.append(name)

    for name in sorted(deps):
        visit(name)
    return done


def main() -> None:
    g: Graph[str] = Graph()
    for a, b, w in [("a", "b", 4.0), ("a", "c", 1.0), ("c", "b", 2.0), ("b", "d", 5.0)]:
        g.add(a, b, w)
    g.add("x", "y")
    print(g.bfs("a"), g.shortest("a", "d"), g.shortest("a", "x"))
    print(sorted(sorted(c) for c in g.components()))
    result = g.shortest("a", "b")
    if result is not None:
        length, path = result
        print(f"{length:.1f}", " -> ".join(path))
    print(topological({"app": ["db", "web"], "web": ["http"], "db": []}))
    try:
        topological({"a": ["b"], "b": ["a"]})
    except ValueError as e:
        print(e)
    grid: Graph[tuple[int, int]] = Graph()
    for x in range(3):
        for y in range(3):
            if x < 2:
                grid.add((x, y), (x + 1, y))
            if y < 2:
                grid.add((x, y), (x, y + 1))
    print(grid.shortest((0, 0), (2, 2)))


main()
