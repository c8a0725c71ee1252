from typing import Iterable, Sequence


def first[T](xs: list[T]) -> T:
    return xs[0]


def ext[T](a: list[T], b: list[T]) -> None:
    a.extend(b)


def n(xs: Sequence[object]) -> int:
    return len(xs)


def it(xs: Iterable[object]) -> list[str]:
    return [str(x) for x in xs]


class Box:
    def __init__(self, v: object) -> None:
        self.v = v

    def size(self) -> int:
        if isinstance(self.v, (list, dict, set, str)):
            return len(self.v)
        return -1


def main() -> None:
    for o in ([1, 2], [2.5], ["a"], [None, (1, 2)], {"k": 1}, (1, 2), frozenset([1]), {3}):
        v: object = o
        if isinstance(v, list):
            print(first(v), n(v), it(v), [*v], [x for x in v], v[::-1])
            print(list(reversed(v)), sorted(v, key=str))
            a, *rest = v
            print(a, rest, str(v), f"{v}", v.pop(), v)
            print(list(zip(v, v)), list(map(str, v)), any(v), all(v), set(map(str, v)))
            print([x for x in v if isinstance(x, int)], v * 2)
            for x in v:
                if isinstance(x, tuple):
                    print(len(x), x[0])
            first_one = v
            print(first_one == v, v != [], not v)
        elif isinstance(v, dict):
            print({str(k): w for k, w in v.items()}, [k for k in v])
            print(max(map(str, v)), "k" in v, len(v.values()))
            for k, w in v.items():
                if isinstance(w, int) and isinstance(k, str):
                    print(k.upper(), w)
            print(v.keys(), v.popitem())
        elif isinstance(v, tuple):
            print(v[0], v[1:], len(v), v + (1,))
        elif isinstance(v, frozenset):
            print(v, len(v), 1 in v)
        elif isinstance(v, set):
            print(v, v | {1}, v.pop())


main()
print(Box([1]).size(), Box({}).size(), Box(3).size(), Box("abc").size())
