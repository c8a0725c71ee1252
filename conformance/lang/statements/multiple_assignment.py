class Cell:
    def __init__(self) -> None:
        self.value = 0


def main() -> None:
    a = b = c = 3
    print(a, b, c)
    x, y = 1, 2
    x, y = y, x + y
    print(x, y)
    cell = Cell()
    items = [0, 0]
    cell.value, items[0], items[1] = 7, 8, 9
    print(cell.value, items)
    i = 0
    i, items[i] = 1, 100
    print(i, items)
    first = second = [1]
    first.append(2)
    print(second, first is second)
    (p, q), [r, *s] = (1, 2), [3, 4, 5]
    print(p, q, r, s)


main()
