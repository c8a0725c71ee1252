def main() -> None:
    n = 2**63 - 3
    for _ in range(6):
        print(n, n % 10, n // 7)
        n += 1
    while n > 2**63 - 3:
        n -= 1
    print(n)
    for k in range(2**63 - 2, 2**63 + 2):
        print(k)
    print(len(range(0, 2**62, 2**60)), range(2**64, 2**64 + 10)[3])


main()
