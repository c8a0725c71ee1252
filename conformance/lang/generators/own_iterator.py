from typing import Iterator


class Countdown:
    def __init__(self, start: int) -> None:
        self.current = start

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Grid:
    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for r in range(self.rows):
            for c in range(self.columns):
                yield r, c


def main() -> None:
    c = Countdown(3)
    print(list(c), list(c), next(Countdown(0), None), sum(Countdown(10)), max(Countdown(4)))
    for r, col in Grid(2, 2):
        print(r, col)
    a, b = Countdown(2)
    print(a, b, 2 in Countdown(3), list(zip(Grid(1, 3), "xyz")), [*Countdown(2), *Countdown(1)])


main()
