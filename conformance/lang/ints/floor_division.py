def main() -> None:
    for a in [7, -7, 6, -6, 0, 1, -1]:
        for b in [2, -2, 3, -3, 7, -7]:
            print(a, b, a // b, a % b, divmod(a, b), (a // b) * b + a % b == a)


main()
