def main() -> None:
    for x in [0.0, -0.0, 1.0, -1.0, 0.1, 0.1 + 0.2, 1 / 3, 100.0, 1e15, 1e16, 1e17, 1.5e300]:
        print(x, repr(x), str(-x))
    for x in [1e-4, 1e-5, 123456789.123456789, 5e-324, 1.7976931348623157e308, 2.5e-310]:
        print(x, [x], (x,))
    print(float("inf"), -float("inf"), float("nan"), 1e400, -1e400)


main()
