"""Decorators for functions of every signature: ParamSpec."""

import functools
from functools import wraps
from typing import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def logged(f: Callable[P, R]) -> Callable[P, R]:
    @wraps(f)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("gave", result)
        return result

    return inner


def repeated(times: int) -> Callable[[Callable[P, R]], Callable[P, list[R]]]:
    def decorate(f: Callable[P, R]) -> Callable[P, list[R]]:
        @functools.wraps(f)
        def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
            return [f(*args, **kwargs) for _ in range(times)]

        return inner

    return decorate


def counted[**Q, T](f: Callable[Q, T]) -> Callable[Q, T]:
    calls = 0

    def inner(*args: Q.args, **kwargs: Q.kwargs) -> T:
        nonlocal calls
        calls += 1
        print(f"{calls}: {len(args)} and {sorted(kwargs)}")
        return f(*args, **kwargs)

    return inner


@logged
def add(a: int, b: int = 10) -> int:
    return a + b


@repeated(2)
@logged
def greet(name: str, *, mark: str = "!", upper: bool = False) -> str:
    text = f"Hello, {name}{mark}"
    return text.upper() if upper else text


@counted
@logged
def total(first: float, *others: float, scale: float = 1.0, **named: float) -> float:
    return (first + sum(others, 0.0) + sum(named.values(), 0.0)) * scale


@counted
def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)


@logged
def fails(text: str) -> int:
    return int(text)


@logged
def nothing() -> None:
    print("nothing")


print(add(1), add(1, 2), add(a=3), add(1, b=5), add(b=1, a=2), add(2**70, b=2**70))
print(greet("Ada"), greet("Bob", upper=True), greet(name="Eve", mark="?"))
print(total(1.0), total(1.0, 2.0, 3.0), total(1.0, scale=2.0, x=4.0, y=0.5))
print(factorial(25))
nothing()
print(add.__name__, greet.__name__)


def outer(base: int) -> int:
    step = [1, 2]

    @logged
    def shifted(x: int, by: list[int] = step) -> int:
        return base + x + sum(by)

    return shifted(1) + shifted(x=2, by=[5])


print(outer(100))
fails("12")
fails(text="x")
