from typing import Iterator


def ratios(items: list[int]) -> Iterator[int]:
    for n in items:
        yield 100 // n


for ratio in ratios([5, 10, 0, 1]):
    print(ratio)
