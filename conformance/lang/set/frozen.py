def main() -> None:
    f = frozenset([1, 2, 2, 3])
    print(sorted(f), len(f), 2 in f, f == {1, 2, 3}, hash(f) == hash(frozenset([3, 2, 1])))
    groups = {frozenset({1, 2}): "a", frozenset({3}): "b"}
    print(groups[frozenset([2, 1])], frozenset() in groups, sorted(f | {9}), f & {1}, f - {1, 2, 3})
    print(frozenset(), frozenset([7]), {frozenset([5])})


main()
