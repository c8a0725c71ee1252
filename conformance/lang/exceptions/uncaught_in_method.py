class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def pop(self) -> int:
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


def main() -> None:
    stack = Stack()
    stack.items.append(1)
    print(stack.pop())
    try:
        print(stack.pop())
    finally:
        print("finally runs first")


main()
