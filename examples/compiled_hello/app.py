"""Typed functions, compiled by `krait serve`; an ASGI application under CPython."""

from krait import App

app = App()


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) & 0xFFFFFFFF
    return a


@app.get("/")
def hello() -> str:
    return "Hello, World!"


@app.get("/fibonacci/{n}")
def fibonacci(n: int) -> int:
    return fib(n)
