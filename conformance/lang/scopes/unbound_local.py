def pick(flag: bool) -> int:
    if flag:
        value = 1
    return value


def loop(items: list[int]) -> int:
    for last in items:
        pass
    return last


def deleted() -> int:
    n = 5
    del n
    return n


def main() -> None:
    print(pick(True), loop([1, 2]))
    try:
        print(pick(False))
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    try:
        print(loop([]))
    except UnboundLocalError as e:
        print(type(e).__name__, e)


main()
