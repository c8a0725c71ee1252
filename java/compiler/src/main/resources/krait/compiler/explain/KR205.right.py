from sys import maxsize

print(maxsize)
