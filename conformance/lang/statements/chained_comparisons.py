calls = 0


def value(n: int) -> int:
    global calls
    calls += 1
    return n


def main() -> None:
    print(1 < value(2) < 3, 1 < value(0) < value(5), calls)
    print(1 < 2 > 1, value(3) > value(2) >= value(2) != 1, "a" < "b" < "c" == "c")
    x = 5
    print(0 <= x < 10, not 0 <= x < 3, x in [1, 5] and x not in [2], 1 < 2 in [2, 3])


main()
