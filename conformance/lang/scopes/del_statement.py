class Holder:
    def __init__(self) -> None:
        self.items = [1, 2, 3, 4]
        self.table = {"a": 1, "b": 2}


def main() -> None:
    h = Holder()
    del h.items[1], h.table["a"]
    print(h.items, h.table)
    del h.items[-1:]
    x = [5]
    y = x
    del x
    print(y, h.items)
    matrix = [[1, 2], [3]]
    del matrix[0][1]
    print(matrix)


main()
