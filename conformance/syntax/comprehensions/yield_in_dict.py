def f():
    return {(yield a): 1 for a in b}
