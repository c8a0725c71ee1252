def main() -> None:
    class Local:
        pass


main()
