def main() -> None:
    a = {1, 2, 3, 4}
    b = {3, 4, 5}
    print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a))
    print(sorted(a.union([9], [8])), a.intersection({3}), sorted(a.difference([1])))
    print(sorted(a.symmetric_difference([1, 7])), a.isdisjoint({9}), {3}.issubset(a))
    print({1, 2} <= a, {1, 2} < a, a < a, a <= a, a >= {4}, a.issuperset([1, 2]))
    print(a == set([4, 3, 2, 1]))


main()
