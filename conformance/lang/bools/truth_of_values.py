class Box:
    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size


class Switch:
    def __init__(self, on: bool) -> None:
        self.on = on

    def __bool__(self) -> bool:
        return self.on


class Plain:
    pass


def main() -> None:
    print(bool(0), bool(1), bool(-1), bool(2**70), bool(0.0), bool(-0.0), bool(0.1))
    print(bool(""), bool(" "), bool([]), bool([0]), bool({}), bool({0: 0}), bool(()), bool((0,)))
    print(bool(None), bool(set()), bool(range(0)), bool(range(1)), bool(b""), bool(b"0"))
    print(bool(Box(0)), bool(Box(3)), bool(Switch(False)), bool(Switch(True)), bool(Plain()))
    if not Box(0):
        print("empty box")
    while Switch(False):
        print("never")


main()
