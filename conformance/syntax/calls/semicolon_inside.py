f(a; b)
