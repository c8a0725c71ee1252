from dataclasses import dataclass
from typing import Callable, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass
class Ok(Generic[T]):
    value: T


@dataclass
class Failed:
    reason: str


Result = Ok[T] | Failed


def parse(text: str) -> Result[int]:
    try:
        return Ok(int(text))
    except ValueError as e:
        return Failed(str(e))


def then(result: Result[T], function: Callable[[T], Result[U]]) -> Result[U]:
    if isinstance(result, Failed):
        return result
    return function(result.value)


def half(n: int) -> Result[float]:
    return Ok(n / 2) if n >= 0 else Failed("negative")


def main() -> None:
    for text in ["5", "-5", "x"]:
        print(then(parse(text), half))


main()
