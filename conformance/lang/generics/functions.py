from typing import Callable, TypeVar

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def first(items: list[T], default: T) -> T:
    return items[0] if items else default


def swap(pair: tuple[K, V]) -> tuple[V, K]:
    a, b = pair
    return b, a


def group(items: list[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    result: dict[K, list[T]] = {}
    for item in items:
        result.setdefault(key(item), []).append(item)
    return result


def main() -> None:
    print(first([1, 2], 0), first([], "none"), first([2.5], 0.0), first([2**70], 1))
    print(swap((1, "a")), swap(swap((2.5, None))))
    print(group([1, 2, 3, 4], lambda n: n % 2 == 0), group(["a", "bb", "c"], len))
    n = first([5], 0)
    print(n + 1, first([2**63], 0) + 1)


main()
