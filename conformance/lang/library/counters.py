from collections import Counter


def main() -> None:
    a = Counter("aab")
    b = Counter({"a": 1, "c": 5})
    print(b, a + b, a - b, b - a, a & b, a | b, type(a | b).__name__)
    same = a
    a |= b
    print(a, a is same, same)
    a += Counter("cz")
    print(a, a is same)
    a -= Counter({"c": 6, "a": -1})
    print(a, a is same)
    a &= Counter({"a": 2, "b": 7, "q": 3})
    print(a, a is same, list(a))
    a.update({"z": 3})
    a.subtract({"a": 5})
    print(a, +a, -a, a.most_common(1), a.total(), a["missing"], a == b)
    zero = Counter({"x": 0})
    print(zero == Counter(), Counter() == zero, zero != Counter(), zero == Counter({"x": 1}))
    print(zero == {"x": 0}, {"x": 0} == zero, Counter("ab") == {"a": 1, "b": 1})
    small, large = Counter("ab"), Counter("aabb")
    print(small <= large, small < large, small >= large, small > large, small < small)
    print(large > small, small <= small, Counter("c") <= large, Counter({"c": -1}) <= large)
    a += a
    print(a, Counter() | Counter(), Counter({"n": -2}) | Counter({"n": -1, "m": 2}))


main()
