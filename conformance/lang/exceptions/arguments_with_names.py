class E(Exception):
    def __init__(self, a: int, b: str) -> None:
        self.a = a
        self.b = b


class E2(Exception):
    def __init__(self, a: int, b: str) -> None:
        super().__init__(f"{a}:{b}")
        self.a = a


class E3(E2):
    def __str__(self) -> str:
        return "E3str"


class E4(Exception):
    pass


x = E(1, "b")
print(x, repr(x), x.args)
y = E2(1, "b")
print(y, repr(y), y.args)
z = E3(1, "b")
print(z, repr(z), z.args)
print(E(b="x", a=2).args, E2(a=1, b="z").args)
print(repr(E(b="x", a=2)), E(2, b="q").args)
print(repr(E4()), str(E4()), repr(E4("x")), str(E4("x", 2)))
print(repr(KeyError("a")), str(KeyError("a")), str(KeyError()), str(KeyError("a", "b")))
