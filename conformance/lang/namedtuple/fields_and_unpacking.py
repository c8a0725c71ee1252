from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int = 10
    label: str | None = None

    def width(self) -> int:
        return self.end - self.start


class Loud(NamedTuple):
    text: str

    def __repr__(self) -> str:
        return self.text.upper()


def middle(span: tuple[int, int, str | None]) -> int:
    start, end, _ = span
    return (start + end) // 2


def main() -> None:
    a = Span(1)
    b = Span(end=4, start=2, label="b")
    start, *rest = b
    print(a, b, a.width(), middle(b), start, rest, a[0], b[-1], b[1:])
    for s, e, label in [a, b]:
        print(s, e, label)
    print(b._replace(label=None, start=0), a == (1, 10, None), len(a), Loud("hi"))
    print({a: "a"}[Span(1, 10)], isinstance(a, tuple), a + b, Span(2**70, -(2**70)).width())


main()
