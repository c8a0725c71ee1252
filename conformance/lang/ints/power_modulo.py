def is_probable_prime(n: int) -> bool:
    if n < 4:
        return n in (2, 3)
    return all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7) if a % n != 0)


def main() -> None:
    print(pow(2, 10, 1000), pow(3, 200, 13), pow(-5, 3, 7), pow(5, 3, -7), pow(7, 0, 1))
    print(pow(3, -1, 11), pow(10, -2, 7))
    print(pow(2, 1000, 10**20), pow(123456789, 987654321, 2**61 - 1))
    print([n for n in range(60) if is_probable_prime(n)])
    try:
        print(pow(2, -1, 4))
    except ValueError as e:
        print(e)
    try:
        print(pow(2, 3, 0))
    except ValueError as e:
        print(e)


main()
