x = [a for b in c if (d := b) for d in b]
