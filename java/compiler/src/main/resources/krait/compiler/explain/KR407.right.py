class Local:
    pass


def main() -> None:
    print(isinstance(Local(), Local))


main()
