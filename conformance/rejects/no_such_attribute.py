print("a".missing)  # error: KR314
