def show() -> None:
    print("one")


def show() -> None:
    print("two")
