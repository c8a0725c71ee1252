from contextlib import contextmanager
from typing import Iterator

log: list[str] = []


@contextmanager
def step(name: str) -> Iterator[str]:
    log.append(f"begin {name}")
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"swallowed {e}")
    finally:
        log.append(f"end {name}")


def main() -> None:
    with step("one") as name:
        log.append(name)
    with step("two"):
        log.append(str(int("oops")))
    try:
        with step("three"):
            raise KeyError("k")
    except KeyError:
        log.append("outside")
    for line in log:
        print(line)


main()
