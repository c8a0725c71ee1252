SIZE = 1
print(SIZE)
