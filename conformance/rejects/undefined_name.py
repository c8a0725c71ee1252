print(missing)  # error: KR201
