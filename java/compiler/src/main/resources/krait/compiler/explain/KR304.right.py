def show(value: object) -> None:
    print(value)
