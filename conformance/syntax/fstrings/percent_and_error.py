print(f"{a:d} {b c} {d}")
