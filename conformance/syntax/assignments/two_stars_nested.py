[c, *a, *b] = x
