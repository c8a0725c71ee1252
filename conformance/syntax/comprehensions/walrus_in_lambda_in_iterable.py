x = [a for a in f(lambda: (b := 1))]
