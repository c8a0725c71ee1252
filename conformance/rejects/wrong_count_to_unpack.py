first, second = (1, 2, 3)  # error: KR321
print(first)
