type X = [x := 1 for a in b]
