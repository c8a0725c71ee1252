for digit in 123:  # error: KR319
    print(digit)
