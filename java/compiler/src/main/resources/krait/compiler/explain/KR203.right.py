def show_one() -> None:
    print("one")


def show_two() -> None:
    print("two")
