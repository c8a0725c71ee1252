import contextlib
import io
import sys
from contextlib import closing, contextmanager, nullcontext, redirect_stdout, suppress
from functools import cached_property, total_ordering
from typing import Generator, Iterator


@contextmanager
def tag(name: str, level: int = 1, *, end: str = "!") -> Iterator[int]:
    print("<" + name + ">")
    try:
        yield level * 2
    finally:
        print("</" + name + ">" + end)


@contextlib.contextmanager
def swallow(kind: str) -> Generator[str, None, None]:
    try:
        yield kind
    except ValueError as e:
        print("swallowed", e)


@contextmanager
def again() -> Iterator[None]:
    try:
        yield
    except KeyError as e:
        print("log", e)
        raise


@contextmanager
def other() -> Iterator[None]:
    try:
        yield
    except KeyError as e:
        raise RuntimeError("other") from e


@contextmanager
def never() -> Iterator[int]:
    if len(sys.argv) > 100:
        yield 1


@contextmanager
def twice() -> Iterator[int]:
    yield 1
    yield 2


def value() -> int:
    with tag("v", 4) as n:
        return n


class Pool:
    def __init__(self) -> None:
        self.used = 0

    @contextmanager
    def use(self, n: int = 1) -> Iterator[int]:
        self.used += n
        try:
            yield self.used
        finally:
            self.used -= n

    @cached_property
    def name(self) -> str:
        print("computing")
        return "pool" + str(self.used)

    @cached_property
    def nothing(self) -> int | None:
        print("none")
        return None


@total_ordering
class Version:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.n == other.n

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.n < other.n


@total_ordering
class Size:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Size) and self.n == other.n

    def __ge__(self, other: "Size") -> bool:
        return self.n >= other.n


class Thing:
    def close(self) -> None:
        print("closed")


print(value())
with tag(level=3, name="x", end="?") as k:
    print(k)
with swallow("a") as s:
    print(s)
    raise ValueError("v")
try:
    with again():
        raise KeyError("k")
except KeyError as e:
    print(repr(e))
try:
    with other():
        raise KeyError("k")
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
try:
    with never() as q:
        print(q)
except RuntimeError as e:
    print(e)
try:
    with twice() as q:
        print(q)
except RuntimeError as e:
    print(e)
try:
    with twice() as q:
        raise ValueError("z")
except ValueError as e:
    print(e)
try:
    with tag("stop"):
        raise StopIteration(3)
except StopIteration as e:
    print(repr(e))
p = Pool()
with p.use(3) as u, p.use() as w:
    print(u, w, p.used)
print(p.used, p.name, p.name, Pool().name, p.nothing, p.nothing)
print(Version(1) > Version(2), Version(1) <= Version(1), Version(3) < Version(4))
print(Size(1) > Size(2), Size(1) <= Size(1), Size(1) >= Size(2), Size(3) < Size(4))
print(sorted([Version(3), Version(1)])[0].n, max(Version(3), Version(9)).n)
with closing(Thing()) as t:
    print("in")
with nullcontext(5) as five:
    print(five)
with nullcontext():
    pass
out = io.StringIO()
with redirect_stdout(out) as o:
    print("hidden")
print(repr(out.getvalue()))
with suppress(ValueError, KeyError):
    print({}["x"] if len(sys.argv) > 90 else int("x"))
with suppress(LookupError):
    raise IndexError("i")
with suppress(TypeError):
    pass
with contextlib.suppress(ZeroDivisionError):
    raise OSError("through")
