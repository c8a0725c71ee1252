from typing import Callable


class Shell:
    def __init__(self, n: int) -> None:
        self.n = n
        self.start = self.make(3)
        self.commands: dict[str, Callable[[int], int]] = {"a": self.add, "s": self.sub}
        self.total = 0

    def make(self, k: int) -> int:
        return self.n + k

    def add(self, k: int) -> int:
        self.total += k
        return self.total

    def sub(self, k: int) -> int:
        return len(self.commands) - k


s = Shell(2)
print(s.start, s.commands["a"](4), s.commands["s"](1))
