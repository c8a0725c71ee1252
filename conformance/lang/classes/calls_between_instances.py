class Graph:
    def __init__(self) -> None:
        self.edges: dict[str, list[str]] = {}

    def connect(self, a: str, b: str) -> None:
        self.edges.setdefault(a, []).append(b)
        self.edges.setdefault(b, []).append(a)

    def reachable(self, start: str) -> list[str]:
        seen = {start}
        queue = [start]
        for node in queue:
            for other in self.edges.get(node, []):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return queue


class Counter:
    total = 0

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def count(self, start: str) -> int:
        n = len(self.graph.reachable(start))
        Counter.total += n
        return n


def main() -> None:
    g = Graph()
    for a, b in [("a", "b"), ("b", "c"), ("d", "e")]:
        g.connect(a, b)
    print(g.reachable("a"), g.reachable("d"), g.reachable("z"))
    c = Counter(g)
    print(c.count("c"), c.count("e"), Counter.total, c.total)


main()
