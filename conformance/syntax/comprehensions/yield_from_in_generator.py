def f():
    return ((yield from a) for a in b)
