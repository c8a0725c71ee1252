def total(first: int, *rest: int) -> int:
    result = first
    for n in rest:
        result += n
    return result


def label(separator: str, *parts: str, upper: bool = False) -> str:
    text = separator.join(parts)
    return text.upper() if upper else text


def forward(*numbers: int) -> int:
    return total(*numbers) * 2


def main() -> None:
    print(total(1), total(1, 2, 3), total(*[4, 5, 6]), total(1, *range(3), *(7, 8)))
    print(label("-"), label("-", "a"), label("+", "a", "b", upper=True), label(*"xyz"))
    print(forward(1, 2), forward(*[5]))


main()
