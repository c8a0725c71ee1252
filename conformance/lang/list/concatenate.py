def main() -> None:
    a = [1, 2]
    b = a
    b += [3]
    print(a, b, a is b)
    b = b + [4]
    print(a, b, a is b)
    a *= 2
    print(a, [0] * 3, 2 * ["x", "y"], [1] * 0, [1] * -5)
    a += range(2)
    a.extend(n * n for n in range(3))
    print(a)
    c = [*a[:2], 99, *range(2)]
    print(c)


main()
