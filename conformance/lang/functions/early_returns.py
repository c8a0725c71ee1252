def classify(n: int) -> str:
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    for d in range(2, n):
        if n % d == 0:
            return f"composite by {d}"
        if d * d > n:
            break
    else:
        if n == 1:
            return "one"
    return "prime"


def nothing(flag: bool) -> None:
    if flag:
        return
    print("not flagged")


def find(grid: list[list[int]], wanted: int) -> tuple[int, int] | None:
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None


def main() -> None:
    print([classify(n) for n in [-1, 0, 1, 2, 9, 13, 91]])
    nothing(True)
    nothing(False)
    print(find([[1, 2], [3, 4]], 3), find([[1]], 9))


main()
