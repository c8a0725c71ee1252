def forever(n: int) -> int:
    return forever(n + 1) + 1


def guarded() -> str:
    try:
        forever(0)
    except RecursionError as e:
        return f"{type(e).__name__}: {str(e).startswith('maximum recursion depth exceeded')}"
    return "no"


def main() -> None:
    print(guarded())
    print(guarded())


main()
