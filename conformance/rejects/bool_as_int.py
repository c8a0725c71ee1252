count: int = True  # error: KR311
print(count)
