from typing import Callable


def quiet[**P, R](f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        kwargs["quiet"] = True  # error: KR501
        return f(*args, **kwargs)

    return inner


@quiet
def show(text: str) -> str:
    return text


print(show("a"))
