from typing import Protocol
class Walker(Protocol):
    speed: int
    def walk(self, n: int) -> int: ...
    @property
    def name(self) -> str: ...
class A:
    def __init__(self) -> None:
        self.speed = 3
        self._n = "a"
    def walk(self, n: int) -> int:
        return n * self.speed
    @property
    def name(self) -> str:
        return "a"

class B:
    speed = 2 ** 70
    def walk(self, n: int) -> int:
        return n ** 30
    @property
    def name(self) -> str:
        return "b"
class C(B):
    def walk(self, n: int) -> int:
        return -n
def go(w: Walker) -> None:
    print(w.name, w.walk(10), w.speed)
for w in (A(), B(), C()):
    go(w)
ws: list[Walker] = [A(), C()]
print(sum([w.walk(2) for w in ws]))
