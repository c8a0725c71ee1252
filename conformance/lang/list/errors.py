def attempt(step: int, items: list[int]) -> None:
    try:
        if step == 0:
            print(items[5])
        elif step == 1:
            items[-9] = 1
        elif step == 2:
            items.remove(42)
        elif step == 3:
            print(items.index(42))
        elif step == 4:
            del items[7]
        elif step == 5:
            print(items.pop(9))
        elif step == 6:
            items[::2] = [1, 2, 3, 4]
        else:
            print([].pop())
    except (IndexError, ValueError) as e:
        print(step, type(e).__name__, e)


def main() -> None:
    for step in range(8):
        attempt(step, [1, 2, 3])


main()
