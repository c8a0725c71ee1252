def main() -> None:
    print({23, 15, 7}, {8, 0, 16}, {100, 36, 4, 68}, {-7, 9, 17, 25})
    a = 23
    print({a, 15, 7}, {23, 15})


def other() -> None:
    print({15, 7, 31, 23, 39}, {9, 1, 17})


main()
other()
