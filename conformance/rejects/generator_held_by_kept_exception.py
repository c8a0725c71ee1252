from collections.abc import Iterator

errors: list[Exception] = []


def lines() -> Iterator[str]:
    try:
        yield "one"
        yield "two"
    finally:
        print("closed")


def read() -> None:
    every = lines()  # error: KR502
    raise ValueError(next(every))


try:
    read()
except ValueError as e:
    errors.append(e)
print("the generator still lives")
