def attempt(x: float, y: float) -> None:
    try:
        print(x, y, pow(x, y))
    except ZeroDivisionError as e:
        print(x, y, "ZeroDivisionError", e)
    except OverflowError as e:
        print(x, y, "OverflowError", e)


def main() -> None:
    print(2.0**0.5, 2.0**-1.0, 4**0.5, 2.0**10, (-2.0) ** 3, (-2.0) ** -3, 0.0**0.0)
    print(1.5**2, 10.0**-3, 1e10**2, 9.0**1.5)
    attempt(2.0, 0.5)
    attempt(0.0, -1.0)
    attempt(10.0, 400.0)
    attempt(float("inf"), -1.0)
    attempt(1.0, float("nan"))
    attempt(float("nan"), 0.0)


main()
