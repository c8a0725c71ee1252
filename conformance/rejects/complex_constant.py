print(2j)  # error: KR501
