class A:
    def __enter__(self) -> "A":
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        print(kind is None, len(rest), rest[0])


class B:
    def __enter__(self) -> int:
        return 1

    def __exit__(
        self,
        kind: object,
        error: object,
        trace: object,
        more: int = 3,
        *rest: int,
        key: str = "k",
    ) -> bool:
        print(kind, error, trace is None, more, rest, key)
        return True


with A() as a:
    pass
with B() as b, A():
    raise ValueError("x")
