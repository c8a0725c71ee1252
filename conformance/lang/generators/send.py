from typing import Generator


def running_mean() -> Generator[float, float, str]:
    total = 0.0
    count = 0
    mean = 0.0
    while True:
        value = yield mean
        if value < 0.0:
            return f"{count} values"
        total += value
        count += 1
        mean = total / count


def main() -> None:
    g = running_mean()
    print(next(g))
    for value in [10.0, 20.0, 3.0]:
        print(g.send(value))
    try:
        g.send(-1.0)
    except StopIteration as e:
        print("returned", e.value)


main()
