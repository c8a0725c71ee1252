import random


def attempt(weights: list[float] | None, sums: list[float] | None, count: int) -> None:
    random.seed(7)
    try:
        print(random.choices(range(count), weights, cum_weights=sums, k=5))
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)


def main() -> None:
    random.seed(1)
    print(random.choices("ab", cum_weights=[1, 3], k=6), random.choices([5, 6], [1, 2], k=4))
    attempt(None, [0.5, 0.75, 1.0], 3)
    attempt([1.0], [1.0], 1)
    attempt(None, [1.0], 2)
    attempt(None, [], 0)
    attempt([], None, 0)
    attempt(None, [0.0], 1)
    attempt(None, [float("inf")], 1)
    attempt([1.0, 2.0], None, 2)


main()
