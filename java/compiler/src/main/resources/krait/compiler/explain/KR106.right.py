count = 0


def step() -> None:
    global count
    print(count)
    count = 1
