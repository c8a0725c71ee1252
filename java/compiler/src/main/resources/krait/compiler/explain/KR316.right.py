number = 3
print(number)
