def main() -> None:
    print("one")
    raise ValueError("first line\nsecond line é 😀")


main()
