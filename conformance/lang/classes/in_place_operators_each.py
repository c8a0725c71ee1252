class A:
    def __init__(self, n: int) -> None:
        self.n = n
    def __itruediv__(self, o: int) -> "A":
        print("itruediv")
        self.n //= o
        return self
    def __truediv__(self, o: int) -> "A":
        return A(self.n // o)
    def __imod__(self, o: int) -> "A":
        print("imod")
        return self
    def __ilshift__(self, o: int) -> "A":
        print("ilshift", o)
        return self
    def __ipow__(self, o: int) -> "A":
        print("ipow", o)
        return self
    def __imatmul__(self, o: int) -> "A":
        print("imatmul", o)
        return self
    def __ifloordiv__(self, o: int) -> "A":
        print("ifloordiv", o)
        return self
a = A(10)
a /= 3
a %= 3
a <<= 3
a **= 3
a @= 3
a //= 3
print(a.n)
class H:
    def __init__(self) -> None:
        self.a = A(9)
        self.xs = [A(4)]
h = H()
h.a /= 2
h.xs[0] /= 2
print(h.a.n, h.xs[0].n)
