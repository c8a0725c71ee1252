"""A tuple asks its items for their hash once; equal tuples may hold items of other types."""


class Key:
    def __init__(self, n: int) -> None:
        self.n = n

    def __hash__(self) -> int:
        print("hash of", self.n)
        return self.n

    def __eq__(self, other: object) -> bool:
        print("equal to", self.n)
        return isinstance(other, Key) and self.n == other.n


def main() -> None:
    pair = (Key(1), 2)
    print(hash(pair) == hash(pair))
    counts: dict[tuple[Key, int], int] = {}
    counts[pair] = counts.get(pair, 0) + 1
    counts[pair] = counts.get(pair, 0) + 1
    print(len(counts), pair in counts, (Key(1), 2) in counts, (Key(1), 3) in counts)
    cells: dict[tuple[int, int], str] = {}
    for x in range(-2, 3):
        for y in range(-2, 3):
            cells[x, y] = f"{x}/{y}"
    print(cells[-1, -2], cells[-2, -1], (2, 3) in cells, len(cells))
    numbers: dict[tuple[int | float | bool, int | float], str] = {(1, 2): "ints"}
    numbers[1.0, 2] = "a float"
    numbers[True, 2.0] = "a bool"
    print(numbers, hash((1, 2)) == hash((1.0, True + 1)), (1, 2) == (True, 2.0))
    wide = {(2**70, 1): 1, (2**61 - 1, 0): 2}
    print(wide[2**70, 1], wide[2**61 - 1, 0], (0, 0) in wide, hash((2**61 - 1, 0)) == hash((0, 0)))
    print(hash(()), hash((-1,)) == hash((-2,)), (-1,) == (-2,))
    try:
        print(hash(([1], 2)))
    except TypeError as error:
        print(error)


main()
