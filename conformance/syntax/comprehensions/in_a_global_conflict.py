def f():
    [x := 1 for a in b]
    global x
