def divide(a: int, b: int) -> None:
    try:
        print(a / b)
    except ZeroDivisionError as e:
        print("ZeroDivisionError", e)
    except OverflowError as e:
        print("OverflowError", e)


def main() -> None:
    divide(1, 3)
    divide(-7, 2)
    divide(6, 3)
    divide(0, -5)
    divide(1, 0)
    divide(10**30, 10**29)
    divide(2**70 + 1, 2**70)
    divide(9007199254740993, 1)
    divide(10**400, 10**399)
    divide(10**400, 1)
    divide(1, 10**400)


main()
