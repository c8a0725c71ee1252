import bisect
import heapq


def main() -> None:
    heap: list[int] = []
    for n in [5, 1, 8, 3, 2]:
        heapq.heappush(heap, n)
    print(heap, heapq.heappop(heap), heap, heapq.nlargest(2, heap), heapq.nsmallest(2, heap))
    items = [9, 4, 7, 1]
    heapq.heapify(items)
    print(items, heapq.heapreplace(items, 5), heapq.heappushpop(items, 0), items)
    queue: list[tuple[int, str]] = [(2, "b"), (1, "z"), (1, "a")]
    heapq.heapify(queue)
    print([heapq.heappop(queue) for _ in range(3)], list(heapq.merge([1, 4], [2, 3])))
    table = [10, 20, 20, 30]
    print(bisect.bisect_left(table, 20), bisect.bisect_right(table, 20), bisect.bisect(table, 5))
    bisect.insort(table, 25)
    print(table)


main()
