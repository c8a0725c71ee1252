def main() -> None:
    class Local:  # error: KR407
        pass


main()
