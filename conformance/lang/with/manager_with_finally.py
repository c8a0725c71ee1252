from contextlib import contextmanager
from collections.abc import Iterator


@contextmanager
def cm(n: str) -> Iterator[str]:
    print("enter", n)
    try:
        yield n
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("exit", n)


def f() -> int:
    with cm("a") as a, cm("b"):
        print(a)
        print(5)
    return 5


print(f())
with cm("x"):
    raise ValueError("v")
try:
    with cm("y"):
        raise KeyError("k")
except KeyError as e:
    print(e)
for i in range(3):
    with cm(str(i)):
        if i == 1:
            break
        continue
