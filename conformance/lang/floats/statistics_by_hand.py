import math


def mean(values: list[float]) -> float:
    return sum(values, 0.0) / len(values)


def variance(values: list[float]) -> float:
    m = mean(values)
    return sum(((v - m) ** 2 for v in values), 0.0) / (len(values) - 1)


def median(values: list[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def main() -> None:
    data = [2.5, 3.25, -1.0, 8.5, 0.125, 4.0]
    print(mean(data), variance(data), math.sqrt(variance(data)), median(data), median(data[1:]))
    try:
        print(mean([]))
    except ZeroDivisionError as e:
        print(e)


main()
