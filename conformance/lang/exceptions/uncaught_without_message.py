class Stop(Exception):
    pass


def main() -> None:
    for k in range(3):
        print(k)
        if k == 1:
            raise Stop


main()
