x = f"{a b"
