def inside(low: float, x: float, high: float) -> bool:
    return low <= x < high


def main() -> None:
    print([inside(0.0, x, 1.0) for x in [-0.5, -0.0, 0.0, 0.5, 1.0, float("nan")]])
    print(0.1 < 0.2 < 0.3 != 0.4, 1.0 == 1 == 1.0, 3.0 > 2.0 > 2.0)
    print(1e308 * 10 == float("inf"), -1e308 * 10 < -1e308)


main()
