from typing import Callable, Iterator


def windows(items: list[int], size: int) -> Iterator[list[int]]:
    for start in range(len(items) - size + 1):
        yield items[start : start + size]


def with_counter() -> tuple[Callable[[], Iterator[int]], Callable[[], int]]:
    used = 0

    def generate() -> Iterator[int]:
        nonlocal used
        for k in range(3):
            used += 1
            yield k * used

    return generate, lambda: used


def main() -> None:
    print(list(windows([1, 2, 3, 4], 2)), list(windows([1], 2)))
    generate, used = with_counter()
    print(list(generate()), used(), list(generate()), used())


main()
