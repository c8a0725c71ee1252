from krait import App

app = App()


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) & 0xFFFFFFFF
    return a


def recursive_fib(n: int) -> int:
    return n if n < 2 else recursive_fib(n - 1) + recursive_fib(n - 2)


@app.get("/")
def hello() -> str:
    return "Hello, World!"


@app.get("/fibonacci/{n}")
def fibonacci(n: int) -> int:
    return fib(n)


@app.get("/recursion/{n}")
def recursion(n: int) -> int:
    return recursive_fib(n)
