def main() -> None:
    for x in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1234.5678, 1e20, -2.5]:
        print(x, round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -2))
    for bad in [float("inf"), float("nan")]:
        try:
            print(round(bad))
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
    print(round(float("inf"), 2), round(float("nan"), 1))


main()
