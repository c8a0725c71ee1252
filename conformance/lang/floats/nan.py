import math


def main() -> None:
    nan = float("nan")
    print(nan == nan, nan != nan, nan < 1.0, nan > 1.0, nan <= nan, math.isnan(nan))
    print(not nan, bool(nan), nan + 1, nan * 0.0, abs(nan))
    print(max(1.0, nan), max(nan, 1.0), min(1.0, nan), min(nan, 1.0))
    print(sorted([3.0, 1.0, 2.0]), [1.0, 2.0] == [1.0, 2.0], math.nan != math.nan)
    print(math.inf - math.inf, math.inf * 0.0, -math.inf + math.inf)


main()
