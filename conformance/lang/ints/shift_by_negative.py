def shift(n: int, by: int) -> int:
    return n << by


def back(n: int, by: int) -> int:
    return n >> by


def main() -> None:
    for by in [1, 0, -1]:
        try:
            print(shift(5, by))
            print(back(5, by))
        except ValueError as e:
            print("ValueError", e)
    try:
        print(back(2**80, -3))
    except ValueError as e:
        print("ValueError", e)


main()
