from typing import Callable, Iterable, Literal, Mapping, Sequence, TypeAlias, cast

Handler: TypeAlias = Callable[[str], int]
Mode = Literal["fast", "slow"]


def run(handlers: Mapping[str, Handler], names: Sequence[str]) -> list[int]:
    return [handlers[name](name) for name in names if name in handlers]


def speed(mode: Mode) -> int:
    return 10 if mode == "fast" else 1


def total(items: Iterable[int]) -> int:
    return sum(items)


def main() -> None:
    print(run({"len": len, "one": lambda text: 1}, ["one", "len", "other"]))
    print(speed("fast"), speed("slow"), total({1, 2}), total((3, 4)), total({5: "a"}))
    print(cast(object, 5) == 5)


main()
