x = b"b" f"{a}"
