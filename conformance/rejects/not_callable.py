number = 3
number()  # error: KR316
