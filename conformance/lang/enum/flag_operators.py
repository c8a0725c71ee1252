from enum import Enum, Flag, auto, unique


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


class N(Flag):
    A = 1
    B = 2
    C = 8


both = P.R | P.W
print(both, repr(both), both.name, both.value, P.RW is both, P.R | P.X)
print((P.R | P.X).name, ~P.R, repr(~P.RW), P.NONE, bool(P.NONE), P(0), repr(P(0)))
print(list(P), list(P.R | P.X), len(P.RW))
print(P.R in both, P.X in both, P(5), P["R"], P.R & P.X, P.R ^ P.RW, both == P.RW)
try:
    P(16)
except ValueError as e:
    print(e)
for m in P:
    print(m.name, m.value)
name = (P.R | P.W).name
if name is not None:
    print(name.lower())
x = P.R
x |= P.X
print(x)
