import functools
import operator


def volume(width: int, height: int, depth: int) -> int:
    return width * height * depth


def by_length(a: str, b: str) -> int:
    return len(a) - len(b)


def main() -> None:
    print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3, 9, 2], 5))
    flat = functools.partial(volume, depth=1)
    print(flat(2, 3), functools.partial(volume, 2, 3)(4))
    print(functools.reduce(operator.add, ["a", "b", "c"]), operator.mul(6, 7))
    print(sorted([(1, "b"), (2, "a")], key=operator.itemgetter(1)))
    print(sorted(["bb", "a"], key=functools.cmp_to_key(by_length)))


main()
