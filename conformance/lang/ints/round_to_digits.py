def main() -> None:
    for n in [0, 5, 15, 25, 149, 150, 151, -15, -25, 123456789, 2**70]:
        print(n, round(n), round(n, 2), round(n, -1), round(n, -2), round(n, -5))


main()
