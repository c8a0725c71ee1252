count = 0


def step() -> None:
    print(count)
    global count
    count = 1
