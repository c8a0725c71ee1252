class A:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        print("eq", self.x)
        return isinstance(other, A) and self.x == other.x


class B(A):
    def __eq__(self, other: object) -> bool:
        print("B.eq", self.x)
        return super().__eq__(other)


a, b = A(1), B(2)
for n in range(12):
    print(n)
    if n == 0:
        print(a == b)
    if n == 1:
        print(b == a)
    if n == 2:
        print(a != b)
    if n == 3:
        print(a == 5)
    if n == 4:
        print([a] == [b])
    if n == 5:
        print(a in [b])
    if n == 6:
        print((a, 1) == (a, 1))
    if n == 7:
        print([a].count(a))
    if n == 8:
        print([a, b] != [b, a])
    if n == 9:
        print((a, b).index(b))
    if n == 10:
        print(b in [a])
    if n == 11:
        print({1: a} == {1: b})
