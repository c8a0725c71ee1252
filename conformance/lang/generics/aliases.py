from typing import Union, Optional, TypeVar, Callable

Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]
type Tree = int | list[Tree]
type Pair[T] = tuple[T, T]
T = TypeVar("T")
Old = tuple[T, list[T]]
Handler = Callable[[str, int], str]
MaybeInt = int | None


def total(t: Tree) -> int:
    if isinstance(t, int):
        return int(t)
    s = 0
    for x in t:
        s += total(x)
    return s


def depth(j: Json) -> int:
    if isinstance(j, dict):
        return 1 + max([depth(v) for v in j.values()], default=0)
    if isinstance(j, list):
        return 1 + max([depth(v) for v in j], default=0)
    return 0


def swap(p: Pair[int]) -> Pair[int]:
    a, b = p
    return b, a


def old(x: Old[str]) -> str:
    return x[0] + "".join(x[1])


def mk(n: str, i: int) -> str:
    return n * i


h: Handler = mk
m: MaybeInt = None
doc: Json = {"a": [1, 2, {"b": None}], "c": "x"}
print(total([1, [2, 3, [4]], 5]), depth(doc), swap((1, 2)), old(("a", ["b"])), h("x", 3), m)
