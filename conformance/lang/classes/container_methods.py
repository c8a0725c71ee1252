from typing import Iterator


class Row:
    def __init__(self, *values: int) -> None:
        self.values = list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, index: int) -> int:
        return self.values[index]

    def __setitem__(self, index: int, value: int) -> None:
        self.values[index] = value

    def __delitem__(self, index: int) -> None:
        del self.values[index]

    def __contains__(self, value: object) -> bool:
        return value in self.values

    def __iter__(self) -> Iterator[int]:
        return iter(self.values)

    def __reversed__(self) -> Iterator[int]:
        return reversed(self.values)


def main() -> None:
    row = Row(5, 6, 7)
    row[0] = 50
    row[1] += 2**64
    del row[-1]
    print(len(row), row[0], row[-1], 50 in row, 7 in row, list(row), list(reversed(row)))
    print(bool(row), bool(Row()), max(row), sum(row), [v * 2 for v in row])
    try:
        print(row[9])
    except IndexError as e:
        print(e)


main()
