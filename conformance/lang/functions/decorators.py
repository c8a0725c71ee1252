import functools
from typing import Callable


def logged(function: Callable[[int], int]) -> Callable[[int], int]:
    @functools.wraps(function)
    def wrapper(n: int) -> int:
        result = function(n)
        print(f"{function.__name__}({n}) -> {result}")
        return result

    return wrapper


@logged
def square(n: int) -> int:
    return n * n


@functools.cache
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.lru_cache(maxsize=None)
def ways(total: int, largest: int) -> int:
    if total == 0:
        return 1
    if total < 0 or largest == 0:
        return 0
    return ways(total - largest, largest) + ways(total, largest - 1)


def main() -> None:
    print(square(5) + square(6))
    print(fibonacci(100), ways(50, 50))


main()
