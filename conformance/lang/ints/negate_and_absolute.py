def main() -> None:
    bottom = -9223372036854775808
    print(-bottom, abs(bottom), ~bottom, +bottom)
    top = 9223372036854775807
    print(-top, abs(-top), ~top)
    n = bottom
    n = -n
    print(n)
    n = -n
    print(n, n == bottom)
    print(-0, abs(0), ~0, ~-1)


main()
