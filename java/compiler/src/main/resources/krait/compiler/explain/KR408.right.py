def greet() -> None:
    print("hello")


greet()
