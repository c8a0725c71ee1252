def twice() -> None:
    print("one")


def twice() -> None:  # error: KR203
    print("two")
