from collections.abc import Generator


def total() -> Generator[int, int, None]:
    result = 0
    while True:
        result += yield result


adder = total()
print(next(adder), adder.send(5))
for value in adder:  # error: KR319
    print(value)
