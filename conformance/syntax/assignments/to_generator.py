(a for a in b) = x
