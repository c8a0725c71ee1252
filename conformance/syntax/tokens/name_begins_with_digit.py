2nd = 1
