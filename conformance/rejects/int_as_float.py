ratio: float = 1  # error: KR312
print(ratio)
