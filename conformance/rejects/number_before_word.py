count = len([1, 2])
print(1if count else 2)  # error: KR503
