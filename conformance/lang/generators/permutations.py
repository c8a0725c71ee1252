from typing import Iterator


def permutations(items: list[int]) -> Iterator[list[int]]:
    if len(items) <= 1:
        yield items[:]
        return
    for i in range(len(items)):
        rest = items[:i] + items[i + 1 :]
        for tail in permutations(rest):
            yield [items[i]] + tail


def subsets(items: list[str]) -> Iterator[list[str]]:
    if not items:
        yield []
        return
    for rest in subsets(items[1:]):
        yield rest
        yield [items[0]] + rest


def main() -> None:
    print(list(permutations([1, 2, 3])), sum(1 for _ in permutations(list(range(6)))))
    print(sorted(subsets(["a", "b", "c"])))


main()
