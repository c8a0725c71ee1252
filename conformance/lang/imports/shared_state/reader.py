import counter


def show() -> None:
    print("total", counter.total, len(counter.history))
