def main() -> None:
    a, b, c = 2, 3, 4
    print(a + b * c, (a + b) * c, -a**2, 2.0**-1 * 4, a - b - c, a * b % c, a << 1 + 1)
    print(a | b & c ^ 1, not a == b, a < b == (c > 0), a + b > c and c > a or False)
    print(~a + 1, -~a, a if b > c else c if a else b, 7 // 2 * 2, 7 % 4 * 3, -7 // 2, -(7 // 2))
    print(1 if a > b else 2 + 3, [1, 2][0] + 1, "a" "b" * 2)


main()
