import functools
from functools import cache, lru_cache, wraps
from typing import Callable, TypeVar

T = TypeVar("T")
calls: list[str] = []


def logged(function: Callable[[int], int]) -> Callable[[int], int]:
    print("decorating", function.__name__)

    @functools.wraps(function)
    def wrapper(n: int) -> int:
        result = function(n)
        print(f"{function.__name__}({n}) -> {result}")
        return result

    return wrapper


def repeat(times: int) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    print("factory", times)

    def decorate(f: Callable[[str], str]) -> Callable[[str], str]:
        def inner(s: str) -> str:
            return "".join([f(s) for _ in range(times)])

        return inner

    return decorate


def identity(f: Callable[[int], T]) -> Callable[[int], T]:
    return f


class Counted:
    def __init__(self, f: Callable[[int], int]) -> None:
        self.f = f
        self.count = 0

    def __call__(self, n: int) -> int:
        self.count += 1
        return self.f(n)


@logged
def square(n: int) -> int:
    return n * n


@logged
@logged
def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)


@repeat(2)
@repeat(3)
def shout(s: str) -> str:
    return s.upper()


@identity
def text(n: int) -> str:
    return "<" + str(n) + ">"


@Counted
def counted(n: int) -> int:
    return n + 1


@functools.cache
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=2)
def slow(a: int, b: str) -> str:
    calls.append(b)
    return b * a


@lru_cache
def plain(a: float) -> float:
    return a / 2


@lru_cache(maxsize=0)
def never(a: int) -> int:
    return a


@lru_cache(None, typed=True)
def both(a: int | str | bool) -> str:
    return repr(a)


def local() -> None:
    seen: list[int] = []

    @cache
    def power(n: int) -> int:
        seen.append(n)
        return 1 if n == 0 else 2 * power(n - 1)

    @logged
    def twice(n: int) -> int:
        return 2 * n

    print(power(10), power(100), len(seen), twice(4), power.cache_info())


def register(f: Callable[[], None]) -> Callable[[], None]:
    registry.append(f)
    return f


registry: list[Callable[[], None]] = []


@register
def one() -> None:
    print("one")


@register
def two() -> None:
    print("two")


for r in registry:
    r()
one()
print(square(5) + square(6), square.__name__, shout("a"), shout.__qualname__)
print(factorial(4))
print(text(3), counted(4), counted(5), counted.count)
print(fibonacci(200), fibonacci.cache_info(), fibonacci.__name__)
fibonacci.cache_clear()
print(fibonacci.cache_info(), fibonacci.cache_info().hits)
for a, b in [(1, "x"), (2, "y"), (1, "x"), (3, "z"), (2, "y"), (1, "x")]:
    slow(a, b)
print(calls, slow.cache_info(), slow.cache_info().maxsize)
print(plain(3.0), plain(3.0), plain.cache_info(), never(3), never(3), never.cache_info())
print(both(1), both("1"), both(True), both(1), both.cache_info())
local()
print(list(map(fibonacci, range(5))), fibonacci.__wrapped__(3))
print(square(2**40))
