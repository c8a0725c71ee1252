from collections.abc import Iterator


class T:
    def __init__(self) -> None:
        self.n = 3

    def walk(self) -> Iterator[int]:
        try:
            for i in range(self.n):
                yield i
        finally:
            print("walked")

    def again(self) -> Iterator[int]:
        return self.walk()

    def both(self) -> Iterator[int]:
        yield from self.walk()
        for x in self.again():
            yield x * 10


t = T()
for x in t.both():
    print(x)
    if x == 10:
        break
print(sum(t.walk()), list(t.again()), sorted(t.both()), [x for x in t.again() if x])
try:
    print([1 // x for x in t.walk()])
except ZeroDivisionError as e:
    print("zero", e)
b = t.both()
print(next(b), next(b), next(b), next(b))
del b
print("done")
