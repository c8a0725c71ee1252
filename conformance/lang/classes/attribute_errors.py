class Box:
    def __init__(self, value: int | None) -> None:
        self.value = value

    def get(self) -> int:
        if self.value is None:
            raise AttributeError("no value yet")
        return self.value


def main() -> None:
    print(Box(5).get())
    try:
        print(Box(None).get())
    except AttributeError as e:
        print(type(e).__name__, e)
    box = Box(1)
    box.value = None
    print(box.value)
    if box.value is None:
        box.value = 7
    print(box.value + 1)


main()
