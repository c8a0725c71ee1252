total = 0
history: list[int] = []


def increment() -> None:
    global total
    total += 1
    history.append(total)
