pair = (1, 2)
print(pair[2])  # error: KR326
