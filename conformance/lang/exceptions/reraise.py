log: list[str] = []


def inner(n: int) -> int:
    try:
        return 100 // n
    except ZeroDivisionError:
        log.append("inner")
        raise


def middle(n: int) -> int:
    try:
        return inner(n)
    except ArithmeticError as e:
        log.append("middle " + str(e))
        raise e
    finally:
        log.append("middle finally")


def main() -> None:
    for n in [5, 0]:
        try:
            print(middle(n))
        except ZeroDivisionError as e:
            print("caught", e)
    print(log)


main()
