def f():
    return ((yield a) for a in b)
