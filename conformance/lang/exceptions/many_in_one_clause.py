def attempt(n: int) -> str:
    items = [1, 2]
    table = {"a": 1}
    try:
        if n == 0:
            return str(items[9])
        if n == 1:
            return str(table["zz"])
        if n == 2:
            return str(int("nan"))
        return str(1 // (n - n))
    except (IndexError, KeyError):
        return "lookup"
    except (ValueError, ZeroDivisionError) as e:
        return f"{type(e).__name__}: {e}"


def main() -> None:
    print([attempt(n) for n in range(4)])


main()
