def main() -> None:
    print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2.5))
    print("{:>5}|{:<5}|{:^5}|{:05d}".format("a", "b", "c", 42), "{{}}".format())
    print("{0:.2f} {0:e} {1!r} {1!s}".format(3.14159, "q"), "{:,} {:x} {:#b}".format(10**6, 255, 5))
    print("{0[0]} {0[1]} {1[key]}".format([1, 2], {"key": "v"}), "{:{}}|".format("a", 4))
    print("{} {}".format(*[1, 2]), "{x} {y}".format(**{"x": 1, "y": 2}))
    print("{0} {name!r:>6} {name:{width}}|".format(5, name="é", width=4), "{}{}".format(*"ab"))
    print("{p.real} {q[1]} {q[k]}".format(p=3, q={1: "one", "k": "two"}))
    try:
        print("{a}".format(b=1))
    except KeyError as e:
        print(repr(e))
    try:
        print("{a} {}".format(a=1))
    except IndexError as e:
        print(repr(e))


main()
