x = [await a for a in b]
