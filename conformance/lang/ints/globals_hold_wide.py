total = 1
history: list[int] = []


def grow(factor: int) -> None:
    global total
    total *= factor
    history.append(total)


def main() -> None:
    for factor in [10**9, 10**9, 10**9, 7]:
        grow(factor)
        print(total)
    print(history)


main()
total //= 10**20
print(total)
