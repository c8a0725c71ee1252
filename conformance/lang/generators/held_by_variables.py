from collections.abc import Iterator


def gen(n: str) -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("fin", n)


def f() -> None:
    l = gen("local")
    next(l)
    m = gen("m")
    next(m)
    for x in gen("loop"):
        raise ValueError("x")


try:
    f()
except ValueError as e:
    print("caught", e)
print("after")


def g() -> int:
    z = gen("z")
    y = gen("y")
    next(y)
    next(z)
    return 1


print(g())


def h() -> None:
    try:
        f()
    except ValueError:
        print("h caught")
        raise KeyError("k")


try:
    h()
except KeyError:
    print("caught k")
print("after k")


def o() -> Iterator[int]:
    q = gen("inner")
    next(q)
    yield 1
    yield 2


for _ in o():
    break
print("x")


def w1() -> None:
    w = o()
    next(w)
    print("w")


w1()
print("y")


def p() -> None:
    q = gen("A")
    next(q)
    q = gen("B")
    next(q)
    del q
    print("deleted")
    q = gen("C")
    next(q)
    try:
        return print("returning")
    finally:
        print("finally")


p()


def r() -> None:
    q = gen("D")
    next(q)
    try:
        raise ValueError
    except ValueError:
        print("in handler")
        return


r()


def s(n: int) -> int:
    for i in range(n):
        v = gen(f"s{i}")
        next(v)
        if i == 3:
            break
    else:
        print("else")
    print("s end")
    return 10**30 * n


print(s(2), s(5))


class Swallow:
    def __enter__(self) -> None:
        pass

    def __exit__(self, t: object, e: object, tb: object) -> bool:
        print("swallow")
        return True


def sw() -> None:
    with Swallow():
        f()
    print("after with")


sw()
gl = gen("global")
print(next(gl))
gl = gen("replaced")
print("end")
next(gl)
