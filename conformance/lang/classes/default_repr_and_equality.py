class Plain:
    def __init__(self, n: int) -> None:
        self.n = n


class WithStr:
    def __str__(self) -> str:
        return "as text"


class WithRepr:
    def __repr__(self) -> str:
        return "as repr"


def main() -> None:
    a, b = Plain(1), Plain(1)
    print(a == a, a == b, a != b, a in [b], a in [a], len({a, b, a}), hash(a) == hash(a))
    print(repr(a).startswith("<__main__.Plain object at 0x"), str(WithStr()), str(WithRepr()))
    print(WithStr(), [WithRepr()], f"{WithStr()} {WithRepr()!r} {WithRepr()}")
    print(repr(WithStr()).startswith("<__main__.WithStr object at"), Plain, type(a))


main()
