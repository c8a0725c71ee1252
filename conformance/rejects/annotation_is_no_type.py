count: 3 = 3  # error: KR303
print(count)
