def main() -> None:
    for n in [0, 1, -1, 3, -5]:
        print([n << k for k in [0, 1, 30, 31, 32, 61, 62, 63, 64, 65, 100]])
    x = 1
    for _ in range(70):
        x <<= 1
    print(x)
    x >>= 69
    print(x)
    print(0 << 1000000)


main()
