class E(Exception):
    def __init__(self, *args: int) -> None:
        self.k = 1
class K(Exception):
    def __init__(self, a: int, **kw: int) -> None:
        self.k = kw
class S(Exception):
    def __init__(self, a: int, b: str, c: int = 4) -> None:
        self.k = a
class T(Exception):
    def __init__(self, t: tuple[int, int]) -> None:
        self.t = t
xs = [1, 2, 3]
print(E(*xs).args, E(1, *xs, 4).args, E().args, E(*xs).k)
print(K(1, b=2).args, K(1).args, K(3, z=4).k)
print(S(1, "a").args, S(1, b="a").args, S(c=3, a=1, b="q").args)
print(S(1, "a", c=2).args, S(1, "z", 7).args)
t = (1, 2)
print(T(t).args, T((3, 4)).args, T((3, 4)).t)
class R(Exception):
    def __init__(self, *args: object, code: int = 3) -> None:
        super().__init__(*args)
        self.code = code
print(R(1, "a", code=5).args, R(code=4).args, R("x").code)
class Q(R):
    pass
print(Q(1, "a", code=5).args, repr(Q(2)))
raise Q("end", code=1)
