from collections.abc import Iterator


def gen(n: str) -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("fin", n)


g = gen("g")
next(g)


def f() -> None:
    h = gen("h")
    next(h)
    print([x for x in h if x > 5])
    i = gen("i")
    for x in i:
        print(x)
        break
    k = gen("k")
    print(next(k), list(k))
    raise ValueError("boom")


f()
