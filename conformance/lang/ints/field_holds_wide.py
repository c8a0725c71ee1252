class Counter:
    def __init__(self, start: int) -> None:
        self.value = start
        self.steps = 0

    def double(self) -> None:
        self.value *= 2
        self.steps += 1

    def halve(self) -> None:
        self.value //= 2
        self.steps -= 1


def main() -> None:
    c = Counter(3)
    for _ in range(70):
        c.double()
    print(c.value, c.steps)
    for _ in range(70):
        c.halve()
    print(c.value, c.steps)
    c.value = -(2**63)
    print(c.value, c.value - 1, -c.value)
    c.value -= 1
    print(c.value)


main()
