pattern = "\d+"  # error: KR503
print(pattern)
