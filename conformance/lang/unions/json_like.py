type Json = dict[str, Json] | list[Json] | str | int | float | bool | None


def depth(value: Json) -> int:
    if isinstance(value, dict):
        return 1 + max((depth(v) for v in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth(v) for v in value), default=0)
    return 0


def show(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ",".join(show(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f'"{k}":{show(v)}' for k, v in value.items()) + "}"
    return str(value)


def main() -> None:
    data: Json = {"a": [1, 2.5, None, True], "b": {"c": [[]], "d": "x"}}
    print(show(data), depth(data), depth(5), depth([]))


main()
