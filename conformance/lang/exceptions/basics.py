def divide(a: int, b: int) -> str:
    try:
        result = a // b
    except ZeroDivisionError as e:
        return f"error {e}"
    else:
        return f"result {result}"
    finally:
        print("finally", a, b)


def convert(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return -1


def main() -> None:
    print(divide(7, 2), divide(1, 0))
    print([convert(t) for t in ["1", "x", "", "12"]])
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except LookupError as e:
        print(type(e).__name__, e, repr(e), e.args)


main()
