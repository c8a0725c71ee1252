import itertools


def main() -> None:
    print(list(itertools.islice(itertools.count(5, 2), 4)))
    print(list(itertools.chain([1], [2, 3], (4,))))
    print(list(itertools.islice(itertools.cycle("ab"), 5)), list(itertools.repeat("x", 3)))
    print(list(itertools.accumulate([1, 2, 3, 4])))
    print(list(itertools.takewhile(lambda n: n < 3, range(9))))
    print(list(itertools.dropwhile(lambda n: n < 3, [1, 5, 2])))
    print(list(itertools.pairwise([1, 2, 3])))
    print(list(itertools.product("ab", [1, 2])), list(itertools.permutations([1, 2, 3], 2)))
    print(list(itertools.combinations("abc", 2)), list(itertools.zip_longest([1, 2], [3])))
    print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 1])])
    print(list(itertools.chain.from_iterable([[1], [2, 3]])))
    print(list(itertools.starmap(max, [(2, 3), (5, 4)])))
    print(list(itertools.starmap(lambda a, b: a * b, [(2, 3), (4, 5)])))
    print(list(itertools.accumulate([3, 1, 2], max)), list(itertools.accumulate([1], initial=9)))
    print(list(itertools.accumulate(["a", "bc"], lambda n, s: n + len(s), initial=0)))


main()
