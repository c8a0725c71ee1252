print(abs("a"))  # error: KR318
