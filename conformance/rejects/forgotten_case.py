from typing import assert_never


def show(value: int | str | None) -> str:
    if isinstance(value, int):
        return f"number {value}"
    if value is None:
        return "nothing"
    assert_never(value)  # error: KR310


print(show("text"))
