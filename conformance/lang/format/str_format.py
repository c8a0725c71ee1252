def main() -> None:
    print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2.5))
    print("{:>5}|{:<5}|{:^5}|{:05d}".format("a", "b", "c", 42), "{{}}".format())
    print("{0:.2f} {0:e} {1!r} {1!s}".format(3.14159, "q"), "{:,} {:x} {:#b}".format(10**6, 255, 5))
    print("{0[0]} {0[1]} {1[key]}".format([1, 2], {"key": "v"}), "{:{}}|".format("a", 4))
    print("{} {}".format(*[1, 2]), "{x} {y}".format(**{"x": 1, "y": 2}))


main()
