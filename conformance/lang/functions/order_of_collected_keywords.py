def say(s: str, v: int) -> int:
    print(s)
    return v


def f(a: int, b: int = 0, **kw: int) -> None:
    print(a, b, kw)


f(z=say("z", 1), a=say("a", 2), y=say("y", 3), b=say("b", 4))
f(say("a", 1), x=say("x", 1), b=say("b", 2))
f(say("a", 1), b=say("b", 2), x=say("x", 1), y=say("y", 10**30))
f(p=say("p", 1), q=say("q", 2), a=say("a", 3))
f(p=say("p", 1), a=say("a", 3), q=say("q", 2))


class K:
    def __init__(self, name: str, **kw: str) -> None:
        self.name = name
        self.kw = kw

    def m(self, *xs: int, k: int = 1, **kw: int) -> "K":
        print(self.name, self.kw, xs, k, kw)
        return self


def t(s: str) -> str:
    print("t", s)
    return s


def made() -> K:
    print("made")
    return K(z=t("z"), name=t("n"), y=t("y"))


made().m(say("0", 0), j=say("j", 5), k=say("k", 6), i=say("i", 7)).m(1, 2, a=3)
