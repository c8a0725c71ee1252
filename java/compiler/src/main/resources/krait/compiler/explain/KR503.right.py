pattern = r"\d+"
print(pattern)
