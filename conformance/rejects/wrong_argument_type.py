def greet(name: str) -> None:
    print(name)


greet(1)  # error: KR310
