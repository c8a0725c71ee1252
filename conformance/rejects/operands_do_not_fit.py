print("a" + 1)  # error: KR315
