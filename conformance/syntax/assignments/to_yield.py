def f():
    (yield) = x
