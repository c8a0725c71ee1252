from typing import Callable


def plain(f: Callable[[int], int]) -> Callable[[int], int]:
    return f


@plain  # error: KR310
def answer(text: str) -> int:
    return len(text)


print(answer(1))
