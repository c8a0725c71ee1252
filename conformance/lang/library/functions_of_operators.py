import functools
import operator
import string
from functools import partial, reduce
from operator import attrgetter, itemgetter, methodcaller


class P:
    def __init__(self, name: str, n: int) -> None:
        self.name = name
        self.n = n
        self.next = self


def power(base: int, exponent: int, modulus: int = 0) -> int:
    return pow(base, exponent, modulus) if modulus else base * exponent


def say(word: str, *, times: int = 1) -> str:
    return word * times


ps = [P("b", 2), P("a", 3), P("c", 1)]
print([p.name for p in sorted(ps, key=attrgetter("name"))])
print([p.n for p in sorted(ps, key=attrgetter("next.n"), reverse=True)])
print([p.n for p in sorted(ps, key=attrgetter("name", "n"))])
rows = [(2, "x", 1.5), (1, "z", 2.5), (1, "a", 0.5)]
print(
    sorted(rows, key=itemgetter(0)),
    sorted(rows, key=itemgetter(0, 1)),
    max(rows, key=itemgetter(-1)),
)
print(
    sorted([{"k": 2}, {"k": 1}], key=itemgetter("k")),
    list(map(methodcaller("upper"), ["a", "b"])),
)
print(list(map(methodcaller("split", ",", maxsplit=1), ["a,b,c"])))
print(
    reduce(operator.add, [1, 2, 2**70]),
    reduce(operator.mul, [1.5, 2.0]),
    reduce(operator.add, [[1], [2]]),
)
print(reduce(operator.or_, [{1}, {2}]))
print(operator.truediv(1, 3), operator.floordiv(-7, 2), operator.mod(-7.5, 2.0))
print(operator.neg(2**63), operator.sub(1, 2), operator.xor(True, False))
print(
    operator.contains([1, 2], 2),
    operator.getitem({"a": 1}, "a"),
    operator.countOf("banana", "a"),
)
print(operator.indexOf([3, 4], 4), operator.eq(1, 1.0))
print(operator.lshift(1, 100), operator.rshift(-5, 1), operator.invert(5))
print(operator.abs(-5.5), operator.is_(None, None), operator.not_([]))
print(operator.concat("a", "b"))
try:
    operator.indexOf([1], 2)
except ValueError as e:
    print(e)
try:
    operator.truediv(1, 0)
except ZeroDivisionError as e:
    print(e)
square = partial(power, exponent=2)
print(square(5), partial(power, 2)(10), partial(power, 2, 10, 1000)())
print(list(map(partial(power, 2), range(5))))
fs = [partial(power, i) for i in range(4)]
print(
    [f(2) for f in fs],
    partial(say, "ab", times=3)(),
    functools.partial(max, 3)(4) if False else "",
)
double = partial(operator.mul, 2)
d: list[str] = list(map(partial(say, times=2), ["x", "y"]))
print(double(4), d)
print(string.capwords("hello  big WORLD"), string.capwords("a-b c", "-"), len(string.printable))
print(repr(string.printable[-8:]))
print(list(map(operator.add, [1, 2], [3, 4])), sum(map(operator.mul, [1, 2], [3, 4])))
