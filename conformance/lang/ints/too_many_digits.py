def main() -> None:
    big = 10**4299
    print(len(str(big)))
    bigger = big * 10
    try:
        print(len(str(bigger)))
    except ValueError as e:
        print(e)
    try:
        print(int("1" * 4301))
    except ValueError as e:
        print(e)
    print(len(hex(bigger)), bigger % 97)


main()
