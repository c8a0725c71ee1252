def main() -> None:
    names = []  # error: KR306
    print(names)


main()
