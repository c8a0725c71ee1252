log: list[str] = []


class Box:
    def __init__(self) -> None:
        self.n = 1
        self.items = [1, 2]


def box_of(box: Box, name: str) -> Box:
    log.append(name)
    return box


def index(n: int) -> int:
    log.append(f"index {n}")
    return n


def main() -> None:
    box = Box()
    box_of(box, "first").n += 5
    box_of(box, "second").items[index(1)] *= 10
    table = {"k": 1}
    table["k"] += 1
    table["k"] <<= 3
    matrix = [[1, 2], [3, 4]]
    matrix[index(1)][index(0)] -= 100
    print(box.n, box.items, table, matrix, log)
    text = "a"
    text += "b"
    text *= 3
    print(text)


main()
